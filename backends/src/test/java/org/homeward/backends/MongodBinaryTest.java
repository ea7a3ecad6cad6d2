package org.homeward.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodBinaryTest {

    private final Path directory;

    MongodBinaryTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_setting_that_names_no_program_is_answered_with_one_line_and_the_ways_out() {
        Path nothing = directory.resolve("no-such-mongod");

        assertThatExceptionOfType(BackendUnavailable.class)
                .isThrownBy(() -> binary(Map.of("HOMEWARD_MONGOD", nothing.toString())))
                .withMessageStartingWith("HOMEWARD_MONGOD names " + nothing)
                .withMessageContaining("install MongoDB")
                .withMessageContaining("Docker")
                .withMessageNotContaining("\n");
    }

    @Test
    void a_missing_library_is_named_with_its_package() throws IOException {
        Path broken =
                program(
                        "echo './mongod: error while loading shared libraries: libcurl.so.4: cannot"
                                + " open shared object file'; exit 127");

        assertThatExceptionOfType(BackendUnavailable.class)
                .isThrownBy(() -> binary(Map.of("HOMEWARD_MONGOD", broken.toString())))
                .withMessageContaining("apt-get install libcurl4")
                .withMessageNotContaining("\n");
    }

    @Test
    void a_mongod_on_the_path_comes_before_a_download() throws IOException {
        Path installed = program("exit 0");

        assertThat(binary(Map.of("PATH", "/nowhere:" + directory))).isEqualTo(installed);
    }

    @Test
    void a_mongod_on_the_path_that_does_not_start_is_passed_over() throws IOException {
        program("exit 127");
        Path cached = MongodDownload.target(directory);
        Files.createDirectories(cached.getParent());
        Files.copy(program("exit 0", "cached"), cached);

        assertThat(binary(Map.of("PATH", directory.toString()))).isEqualTo(cached);
    }

    @Test
    void another_system_than_linux_on_x86_64_gets_the_ways_out() {
        Properties mac = new Properties();
        mac.setProperty("os.name", "Mac OS X");
        mac.setProperty("os.arch", "aarch64");

        assertThatExceptionOfType(BackendUnavailable.class)
                .isThrownBy(() -> new MongodBinary(Map.of(), mac).in(directory))
                .withMessageContaining("Mac OS X aarch64")
                .withMessageContaining("Docker");
    }

    private Path binary(Map<String, String> environment) {
        return new MongodBinary(environment, new Properties()).in(directory);
    }

    private Path program(String script) throws IOException {
        return program(script, "mongod");
    }

    private Path program(String script, String name) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}

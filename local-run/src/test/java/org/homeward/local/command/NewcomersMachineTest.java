package org.homeward.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.homeward.backends.FreePorts;
import org.homeward.local.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lacks on a machine is told in one line that says what to do. */
class NewcomersMachineTest {

    private static final Path SCRIPT = Path.of("..", "homeward").toAbsolutePath().normalize();

    private final Path directory;
    private final Path programs;

    NewcomersMachineTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.programs = Files.createDirectory(directory.resolve("programs"));
    }

    @Test
    void without_a_jdk_one_line_says_what_to_install() throws Exception {
        usual("dirname", "readlink", "sed");

        var said = fails(Map.of(), SCRIPT.toString(), "up");

        assertThat(said).contains("needs a JDK 25", "JAVA_HOME");
    }

    @Test
    void an_older_jdk_is_as_good_as_none() throws Exception {
        usual("dirname", "readlink", "sed");
        var old = directory.resolve("jdk-21");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"21.0.4\"\n");
        program(old.resolve("bin/javac"), "exit 0");

        var said = fails(Map.of("JAVA_HOME", old.toString()), SCRIPT.toString(), "status");

        assertThat(said).contains("needs a JDK 25");
    }

    @Test
    void without_a_network_one_line_says_what_could_not_be_fetched() throws Exception {
        program(
                programs.resolve("python3"),
                "echo 'WARNING: Retrying after connection broken'; "
                        + "echo 'ERROR: No matching distribution found' >&2; exit 1");
        var command = new ArrayList<>(List.of(java(), "-cp", classPath()));
        command.addAll(List.of("-Dhomeward.home=" + directory, Homeward.class.getName(), "up"));
        for (var port : List.of(Port.MONGODB, Port.KAFKA, Port.KAFKA_CONTROLLER)) {
            command.addAll(List.of(port.option(), "" + FreePorts.next()));
        }

        var said = fails(Map.of(), command.toArray(String[]::new));

        assertThat(said)
                .startsWith("homeward: No mongod found")
                .contains("HOMEWARD_MONGOD")
                .contains(
                        isFetchedHere()
                                ? "No matching distribution found (is there a network"
                                : "none can be fetched");
        assertThat(directory.resolve(".homeward/data")).doesNotExist();
    }

    /** The program, found on the PATH of this machine, is on that of the newcomer too. */
    private void usual(String... names) throws IOException {
        for (var name : names) {
            for (var place : System.getenv("PATH").split(":", -1)) {
                var program = Path.of(place, name);
                if (Files.isExecutable(program) && Files.notExists(programs.resolve(name))) {
                    program(programs.resolve(name), "exec " + program + " \"$@\"");
                }
            }
        }
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static boolean isFetchedHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The one line on standard error of a command that fails. */
    private String fails(Map<String, String> environment, String... command) throws Exception {
        var errors = directory.resolve("errors");
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH", programs.toString(),
                                "HOME", directory.toString(),
                                "XDG_CACHE_HOME", directory.toString()));
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readAllLines(errors)).hasSize(1);
        return Files.readAllLines(errors).getFirst();
    }
}

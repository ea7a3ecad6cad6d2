package org.homeward.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private final Path directory;
    private final Secrets secrets;

    SecretsTest(@TempDir Path directory) {
        this.directory = directory;
        this.secrets = new Secrets(directory);
    }

    @Test
    void the_master_key_is_32_bytes_that_only_the_owner_can_read() throws IOException {
        Path file = secrets.masterKey();

        assertThat(Base64.getDecoder().decode(secrets.read(file))).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void many_that_ask_at_once_get_the_same_password() {
        Set<String> passwords = ConcurrentHashMap.newKeySet();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(
                            _ ->
                                    threads.execute(
                                            () ->
                                                    passwords.add(
                                                            new Secrets(directory)
                                                                    .demoPassword())));
        }

        assertThat(passwords).hasSize(1).first().asString().matches("([a-z0-9]{4}-){3}[a-z0-9]{4}");
    }

    @Test
    void another_installation_draws_others(@TempDir Path elsewhere) {
        assertThat(secrets.demoPassword()).isNotEqualTo(new Secrets(elsewhere).demoPassword());
    }
}

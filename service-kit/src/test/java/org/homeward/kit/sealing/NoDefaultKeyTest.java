package org.homeward.kit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/** Whoever starts a service has made its keys and passwords: there are none to be known. */
class NoDefaultKeyTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MasterKeySettings.class)
    static class Settings {

        @Bean
        MasterKey masterKey(MasterKeySettings settings) {
            return new SealingConfiguration().masterKey(settings);
        }
    }

    @Test
    void without_a_master_key_a_service_does_not_start(@TempDir Path folder) throws IOException {
        var key = Files.writeString(folder.resolve("master-key"), "A".repeat(43) + "=");
        var start = new ApplicationContextRunner().withUserConfiguration(Settings.class);

        start.run(
                context ->
                        assertThat(context)
                                .getFailure()
                                .hasStackTraceContaining("homeward.master-key-file"));
        start.withPropertyValues("homeward.master-key-file=" + key)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void no_key_secret_or_password_stands_in_the_settings_that_services_come_with()
            throws IOException {
        var files = files();
        assertThat(files).hasSizeGreaterThan(7);

        assertThat(files.stream().flatMap(file -> names(file).stream()))
                .isNotEmpty()
                .noneMatch(
                        name ->
                                name.matches(
                                        "(?i).*(password|secret|master-?key|key-?file|credentials?).*"));
    }

    private static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (var folder :
                List.of(
                        ".",
                        "../beneficiary-service",
                        "../grant-service",
                        "../story-service",
                        "../notification-service")) {
            try (Stream<Path> found = Files.list(Path.of(folder, "src/main/resources"))) {
                found.filter(file -> file.toString().endsWith(".yml")).forEach(files::add);
            }
        }
        return files;
    }

    private static List<String> names(Path file) {
        try {
            return new YamlPropertySourceLoader()
                    .load(file.toString(), new FileSystemResource(file)).stream()
                            .flatMap(
                                    source ->
                                            source instanceof EnumerablePropertySource<?> known
                                                    ? Arrays.stream(known.getPropertyNames())
                                                    : Stream.empty())
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

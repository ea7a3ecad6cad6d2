package org.homeward.kit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    private static final String PROFILE = "spring.config.activate.on-profile";
    private static final Pattern KEY =
            // what stands behind a comma is a signature
            Pattern.compile("(?<![A-Za-z0-9+/,])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])");

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
        var key = Files.writeString(folder.resolve("master-key"), MasterKeyTest.key(1));
        var zeros = Files.writeString(folder.resolve("zeros"), "A".repeat(43) + "=");
        var start = new ApplicationContextRunner().withUserConfiguration(Settings.class);

        start.run(
                context ->
                        assertThat(context)
                                .getFailure()
                                .hasStackTraceContaining("homeward.master-key-file"));
        start.withPropertyValues("homeward.master-key-file=" + key)
                .run(context -> assertThat(context).hasNotFailed());
        start.withPropertyValues("homeward.master-key-file=" + zeros)
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .hasStackTraceContaining("not drawn by chance"));
    }

    /** A key of 32 bytes that others can read somewhere is none. */
    @Test
    void no_key_that_stands_in_the_repository_starts_a_service() throws IOException {
        var known = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(NoDefaultKeyTest::mayHoldKeys).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(known::add);
            }
        }

        assertThat(known)
                .contains("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                .allSatisfy(
                        key ->
                                assertThatThrownBy(() -> MasterKey.parse(key))
                                        .isInstanceOf(IllegalStateException.class));
    }

    private static boolean mayHoldKeys(Path file) {
        var name = file.toString();
        return name.matches(".*\\.(java|ya?ml|json|md|js|sh|properties)")
                && !name.matches(".*/(target|secrets|node_modules|\\.[a-z]+)/.*");
    }

    /** Outside the local run nobody is to be met who asks for no password. */
    @Test
    void a_database_without_accounts_and_an_issuer_of_the_same_machine_are_known_locally_only()
            throws IOException {
        var everywhere = files().stream().flatMap(file -> sources(file).stream()).toList();
        var values =
                everywhere.stream()
                        .filter(source -> !"local".equals(source.getProperty(PROFILE)))
                        .flatMap(
                                source ->
                                        Arrays.stream(source.getPropertyNames())
                                                .map(name -> name + "=" + source.getProperty(name)))
                        .toList();

        assertThat(values)
                .anyMatch(value -> value.endsWith("jwt.issuer-uri=${homeward.issuer}"))
                .noneMatch(value -> value.matches("(?s).*(mongodb://|issuer.*127\\.0\\.0\\.1).*"));
        assertThat(everywhere).anyMatch(source -> source.containsProperty("spring.mongodb.uri"));
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
        return sources(file).stream()
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .toList();
    }

    /** Of each document in the file. */
    private static List<EnumerablePropertySource<?>> sources(Path file) {
        try {
            return new YamlPropertySourceLoader()
                    .load(file.toString(), new FileSystemResource(file)).stream()
                            .<EnumerablePropertySource<?>>mapMulti(
                                    (source, known) -> {
                                        if (source instanceof EnumerablePropertySource<?> one) {
                                            known.accept(one);
                                        }
                                    })
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.homeward.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What can be told of docker-compose.yml without an engine. */
class ComposeFileTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> SERVICES =
            Set.of("beneficiary-service", "grant-service", "story-service", "notification-service");

    private static final FileAttribute<Set<PosixFilePermission>> OPEN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

    private final String text;
    private final Map<String, Map<String, Object>> services;
    private final Map<String, Map<String, String>> secrets;

    ComposeFileTest() throws IOException {
        text = Files.readString(PROJECT.resolve("docker-compose.yml"));
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml(new LoaderOptions()).load(text);
        services = requireNonNull(file.get("services"));
        secrets = strings(requireNonNull(file.get("secrets")));
    }

    @Test
    void every_piece_is_checked_for_health_bounded_and_without_privileges() {
        assertThat(services).hasSize(8).containsKeys(SERVICES.toArray(String[]::new));
        assertThat(services)
                .allSatisfy(
                        (name, piece) -> {
                            assertThat(map(piece, "healthcheck")).as(name).containsKey("test");
                            assertThat(piece)
                                    .as(name)
                                    .containsKeys("mem_limit", "pids_limit")
                                    .containsEntry("cap_drop", List.of("ALL"))
                                    .containsEntry("restart", "unless-stopped")
                                    .containsEntry(
                                            "security_opt", List.of("no-new-privileges:true"));
                            assertThat(piece.get("read_only"))
                                    .as(name)
                                    .isEqualTo(!name.equals("kafka"));
                        });
    }

    @Test
    void ports_are_on_loopback_and_those_of_the_local_run_by_the_same_variables() {
        var published =
                services.values().stream()
                        .flatMap(piece -> list(piece, "ports").stream())
                        .map(port -> port.replaceFirst(":\\d+$", ""))
                        .collect(Collectors.toSet());

        assertThat(published)
                .isEqualTo(
                        Arrays.stream(Port.values())
                                .filter(port -> !port.name().endsWith("_2"))
                                .filter(port -> port != Port.KAFKA_CONTROLLER)
                                .map(ComposeFileTest::onLoopback)
                                .collect(Collectors.toSet()));
        assertThat(found("\\$\\{HOMEWARD_PORT_[^}]+}"))
                .allSatisfy(
                        variable ->
                                assertThat(published).anyMatch(port -> port.endsWith(variable)));
    }

    @Test
    void kafka_asks_everybody_for_a_password_and_lets_nobody_do_what_is_not_said() {
        var kafka = map(requireNonNull(services.get("kafka")), "environment");

        assertThat(("" + kafka.get("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP")).split(","))
                .hasSize(3)
                .allMatch(listener -> listener.endsWith(":SASL_PLAINTEXT"));
        assertThat(kafka)
                .containsEntry("KAFKA_SUPER_USERS", "User:broker")
                .containsKey("KAFKA_AUTHORIZER_CLASS_NAME")
                .doesNotContainKey("KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND");
        assertThat(("" + kafka.get("KAFKA_LISTENERS")).split(","))
                .filteredOn(listener -> listener.startsWith("CONTROLLER:"))
                .containsExactly("CONTROLLER://localhost:9093");
    }

    @Test
    void kafka_is_reached_by_the_services_and_the_databases_alone() {
        var beside =
                services.entrySet().stream()
                        .filter(piece -> list(piece.getValue(), "networks").contains("stores"))
                        .map(Map.Entry::getKey)
                        .toList();
        var pieces = new HashSet<>(SERVICES);
        pieces.addAll(Set.of("mongo", "kafka"));

        assertThat(beside).containsExactlyInAnyOrderElementsOf(pieces);
        assertThat(services.values()).allMatch(piece -> !list(piece, "networks").isEmpty());
        assertThat(list(requireNonNull(services.get("kafka")), "networks")).hasSize(1);
    }

    private static String onLoopback(Port port) {
        return "127.0.0.1:${" + port.variable() + ":-" + port.standard() + "}";
    }

    /** Compared with what the local run sets: a setting that comes later must not be forgotten. */
    @Test
    void a_service_is_told_what_it_is_told_locally() throws IOException {
        var local = Files.readString(Path.of("src/main/java/org/homeward/local/piece/Pieces.java"));
        var ofAll =
                Pattern.compile("variables\\.put\\(\\s*\"([A-Z_]+)\"")
                        .matcher(local)
                        .results()
                        .map(put -> put.group(1))
                        // listen at the same port in each container, and to the whole network
                        .filter(name -> !Set.of("SERVER_ADDRESS", "SERVER_PORT").contains(name))
                        .collect(Collectors.toSet());
        assertThat(ofAll).contains("HOMEWARD_MASTER_KEY_FILE", "HOMEWARD_CLIENT_ID");
        ofAll.addAll(
                Set.of(
                        "SPRING_CONFIG_IMPORT",
                        "SPRING_KAFKA_SECURITY_PROTOCOL",
                        "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM",
                        "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
                        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI",
                        "HOMEWARD_TOKEN_URI"));
        // one service signs certificates, and how long back-ups are kept is told only here
        ofAll.remove("HOMEWARD_CERTIFICATE_KEY_FILE");
        var ofGrants = new HashSet<>(ofAll);
        ofGrants.removeAll(Set.of("HOMEWARD_CLIENT_ID", "HOMEWARD_CLIENT_SECRET_FILE"));
        var ofPeople = new HashSet<>(ofGrants);
        ofPeople.addAll(Set.of("HOMEWARD_CERTIFICATE_KEY_FILE", "HOMEWARD_BACKUP_DAYS"));

        for (String service : SERVICES) {
            var told =
                    switch (service) {
                        case "beneficiary-service" -> ofPeople;
                        case "grant-service" -> ofGrants;
                        default -> ofAll;
                    };
            assertThat(map(requireNonNull(services.get(service)), "environment").keySet())
                    .as(service)
                    .isEqualTo(told);
        }
    }

    @Test
    void secrets_are_files_that_are_mounted_and_nothing_secret_stands_in_the_file() {
        assertThat(secrets)
                .allSatisfy(
                        (name, secret) ->
                                assertThat(secret).isEqualTo(Map.of("file", "./secrets/" + name)));
        for (var piece : services.values()) {
            assertThat(map(piece, "environment"))
                    .allSatisfy(
                            (name, value) -> {
                                if (name.matches(".*(PASSWORD|SECRET|KEY).*")) {
                                    assertThat(name).endsWith("_FILE");
                                    assertThat("" + value).startsWith("/run/secrets/");
                                }
                                if (("" + value).matches(".*://.*@.*")) {
                                    assertThat("" + value).contains(":$${mongodb-password}@");
                                }
                            });
        }
        var mounted =
                services.values().stream()
                        .flatMap(piece -> sources(piece).stream())
                        .collect(Collectors.toSet());
        assertThat(mounted).isEqualTo(secrets.keySet());
    }

    @Test
    void a_service_has_its_own_secrets_and_none_of_another() {
        for (String service : SERVICES) {
            var database = service.replace("-service", "");
            var own =
                    new HashSet<>(
                            Set.of(
                                    "mongodb-" + database,
                                    "kafka-" + service,
                                    database + "-master-key"));
            MachineClient.find(service).ifPresent(client -> own.add(client.id()));
            if (service.equals("beneficiary-service")) {
                own.add("certificate-key");
            }

            assertThat(sources(requireNonNull(services.get(service)))).as(service).isEqualTo(own);
        }
    }

    @Test
    void the_script_draws_every_secret_once_and_leaves_what_is_there(@TempDir Path project)
            throws Exception {
        Files.createDirectory(project.resolve("ops"));
        Files.createDirectory(project.resolve("secrets"), OPEN);
        Files.copy(PROJECT.resolve("docker-compose.yml"), project.resolve("docker-compose.yml"));
        Path script = Files.copy(PROJECT.resolve("ops/secrets"), project.resolve("ops/secrets"));

        draw(script);
        Map<String, String> first = drawn(project);
        Files.delete(project.resolve("secrets/story-service"));
        draw(script);
        Map<String, String> second = drawn(project);

        assertThat(first).containsOnlyKeys(secrets.keySet()).doesNotContainValue("");
        assertThat(Set.copyOf(first.values())).hasSameSizeAs(first.values());
        assertThat(first.get("demo-password")).matches("([a-z0-9]{4}-){3}[a-z0-9]{4}");
        assertThat(Base64.getDecoder().decode(first.get("grant-master-key"))).hasSize(32);
        assertThat(first.get("mongodb-grant")).matches("[A-Za-z0-9_-]{43}");
        assertThat(second.get("story-service")).isNotEqualTo(first.get("story-service"));
        second.put("story-service", first.get("story-service"));
        assertThat(second).isEqualTo(first);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(project.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void secrets_come_into_no_commit_and_no_image() throws IOException {
        assertThat(Files.readAllLines(PROJECT.resolve(".gitignore"))).contains("/secrets/");
        assertThat(Files.readAllLines(PROJECT.resolve(".dockerignore")))
                .filteredOn(line -> !line.startsWith("#"))
                .startsWith("**")
                .filteredOn(line -> !line.equals("**"))
                .allMatch(
                        line ->
                                line.matches(
                                        "!(pom\\.xml|\\*/pom\\.xml|\\.mvn|[a-z*-]+/src/main)"));
    }

    private static void draw(Path script) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("sh", script.toString()).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private static Map<String, String> drawn(Path project) throws IOException {
        var drawn = new HashMap<String, String>();
        try (var files = Files.list(project.resolve("secrets"))) {
            for (Path file : files.toList()) {
                drawn.put("" + file.getFileName(), Files.readString(file).strip());
            }
        }
        return drawn;
    }

    private Set<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> sources(Map<String, Object> piece) {
        return piece.get("secrets") instanceof List<?> mounts
                ? mounts.stream()
                        .map(m -> m instanceof Map<?, ?> map ? "" + map.get("source") : "" + m)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static List<String> list(Map<String, Object> piece, String key) {
        return piece.get(key) instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<String, Object> map(Map<String, Object> piece, String key) {
        var copy = new HashMap<String, Object>();
        if (piece.get(key) instanceof Map<?, ?> values) {
            values.forEach((name, value) -> copy.put("" + name, value));
        }
        return copy;
    }

    private static Map<String, Map<String, String>> strings(
            Map<String, Map<String, Object>> section) {
        var copy = new HashMap<String, Map<String, String>>();
        section.forEach((name, entry) -> copy.put(name, Map.of("file", "" + entry.get("file"))));
        return copy;
    }
}

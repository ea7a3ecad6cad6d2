package org.homeward.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What runs in containers and by an operator's hand, with other programs than it calls there. */
class OperatorScriptsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private final Path machine;

    /** What a script left on its output, and how it ended. */
    private record Run(int code, String said) {}

    OperatorScriptsTest(@TempDir Path machine) throws IOException {
        this.machine = machine;
        Path secrets = Files.createDirectory(machine.resolve("secrets"));
        for (String name :
                List.of(
                        "keycloak-admin",
                        "story-service",
                        "notification-service",
                        "partner-hamdasti",
                        "demo-password",
                        "mongodb-root",
                        "kafka-broker",
                        "kafka-beneficiary-service",
                        "kafka-grant-service",
                        "kafka-story-service",
                        "kafka-notification-service",
                        "kafka-dashboards")) {
            Files.writeString(secrets.resolve(name), "secret-of-" + name);
        }
    }

    @Test
    void a_realm_made_for_the_demo_is_never_one_that_serves_people() throws Exception {
        keycloak();

        Run first = startKeycloak("demo");
        Run changed = startKeycloak("production");
        Run again = startKeycloak("demo");

        assertThat(first.said()).isEqualTo("realm demo start --optimized --import-realm\n");
        assertThat(changed.code()).isEqualTo(64);
        assertThat(changed.said()).contains("demo", "production").doesNotContain("--optimized");
        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_realm_of_which_nothing_tells_for_whom_it_was_made_serves_nobody() throws Exception {
        keycloak();
        Files.createDirectories(machine.resolve("keycloak/data/h2"));

        assertThat(startKeycloak("production"))
                .returns(64, Run::code)
                .matches(run -> !run.said().contains("--optimized"));
        assertThat(machine.resolve("keycloak/data/homeward-realm")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "test", "prod", "demo,local", ""})
    void no_third_profile_is_taken(String profile) throws Exception {
        keycloak();
        program("java", "echo started \"$@\"");
        Map<String, String> settings = Map.of("SPRING_PROFILES_ACTIVE", profile);

        assertThat(startKeycloak(profile).code()).isEqualTo(64);
        assertThat(machine.resolve("keycloak/data/homeward-realm")).doesNotExist();
        assertThat(run(entryPoint(), settings))
                .returns(64, Run::code)
                .matches(run -> !run.said().contains("started"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void an_image_starts_its_service(String profile) throws Exception {
        program("java", "echo started \"$@\"");

        assertThat(run(entryPoint(), Map.of("SPRING_PROFILES_ACTIVE", profile)).said())
                .startsWith("started ")
                .endsWith(" -jar service.jar\n");
    }

    @Test
    void kafka_knows_the_accounts_that_have_rights_and_its_own() throws Exception {
        program(
                "run-kafka",
                "echo \"$KAFKA_LISTENER_NAME_HOST_PLAIN_SASL_JAAS_CONFIG\";"
                        + " echo \"$KAFKA_LISTENER_NAME_INTERNAL_PLAIN_SASL_JAAS_CONFIG\"");
        Files.createFile(machine.resolve("rights-dashboards-reads"));

        Run run = run(List.of("bash", "-c", kafka("start")), Map.of());

        var accounts =
                Pattern.compile(" user_([a-z-]+)=\"secret-of-kafka-([a-z-]+)\"")
                        .matcher(run.said())
                        .results()
                        .map(found -> found.group(1).equals(found.group(2)) ? found.group(1) : "")
                        .toList();
        assertThat(accounts)
                .containsExactly(
                        "dashboards",
                        "broker",
                        "beneficiary-service",
                        "grant-service",
                        "story-service",
                        "notification-service",
                        "dashboards");
        assertThat(run.said()).endsWith(";\n").contains(" username=\"broker\" ");
        assertThat(machine.resolve("rights-dashboards-reads")).doesNotExist();
        var own = machine.resolve("broker.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rw-------");
        assertThat(own).content().contains("password=\"secret-of-kafka-broker\";");
    }

    @Test
    void kafka_is_well_when_every_account_has_its_rights_and_gives_each_once() throws Exception {
        Path given = machine.resolve("given");
        Path broken = Files.createFile(machine.resolve("broken"));
        program("nc", "");
        program(
                "kafka-acls.sh",
                "if [ -e %s ] && [[ $* == *User:story-service* ]]; then exit 1; fi; echo \"$@\" >>%s"
                        .formatted(broken, given));
        var ready = List.of("bash", "-c", kafka("ready"));

        assertThat(run(ready, Map.of()).code()).isNotZero();
        var before = Files.readAllLines(given);
        Files.delete(broken);
        assertThat(run(ready, Map.of()).code()).isZero();
        assertThat(run(ready, Map.of()).code()).isZero();

        assertThat(before).isNotEmpty();
        assertThat(Files.readAllLines(given))
                .hasSize(9)
                .doesNotHaveDuplicates()
                .startsWith(before.toArray(String[]::new))
                .filteredOn(line -> line.contains(" User:dashboards "))
                .singleElement(STRING)
                .endsWith(
                        " --consumer --group dashboards --topic homeward.beneficiary.v1 --topic"
                                + " homeward.grant.v1 --topic homeward.story.v1 --topic"
                                + " homeward.notification.v1");
    }

    private String kafka(String script) throws IOException {
        Path programs = machine.resolve("programs");
        return Files.readString(PROJECT.resolve("ops/kafka").resolve(script))
                .replace("/tmp/", machine + "/")
                .replace("/run/secrets", "" + machine.resolve("secrets"))
                .replace("/ops/rights", "" + PROJECT.resolve("ops/kafka/rights"))
                .replace("/etc/kafka/docker/run", "" + programs.resolve("run-kafka"))
                .replace("/opt/kafka/bin", "" + programs);
    }

    @Test
    void a_back_up_can_be_read_by_its_owner_only_and_no_password_is_an_argument() throws Exception {
        Path to = Files.createDirectories(machine.resolve("to"));
        Path arguments = machine.resolve("arguments");
        docker();
        program(
                "mongodump",
                "echo \"$@\" >>"
                        + arguments
                        + "; while [ $# -gt 0 ]; do [ $1 != --config ] || cat $2; shift; done");

        assertThat(run(List.of("bash", "-c", backUp(to)), Map.of()).code()).isZero();

        assertThat(Files.readAllLines(arguments))
                .hasSize(8)
                .allMatch(line -> line.contains("--excludeCollection lookup "))
                .noneMatch(line -> line.contains("secret-of"));
        assertThat(to.resolve("vaults/grant_vault"))
                .content()
                .isEqualTo("password: \"secret-of-mongodb-root\"\n");
        assertThat(to.resolve("data/identity.tar")).exists();
        assertThat(machine.resolve("dump.yml")).doesNotExist();
        try (var made = Files.walk(to)) {
            assertThat(made.toList())
                    .hasSize(13)
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .as("%s", file)
                                            .endsWith("------"));
        }
    }

    @Test
    void a_back_up_of_which_a_part_fails_is_none() throws Exception {
        Path to = Files.createDirectories(machine.resolve("to"));
        docker();
        program("mongodump", "exit 1");

        assertThat(run(List.of("bash", "-c", backUp(to)), Map.of()).code()).isNotZero();
        assertThat(to.resolve("data/identity.tar")).doesNotExist();
    }

    @Test
    void
            a_restore_gives_each_emptied_database_what_was_kept_and_a_new_epoch_and_no_vault_is_touched()
                    throws Exception {
        Path from = kept();
        Path told = machine.resolve("told");
        docker();
        program("mongosh", "for last; do :; done; echo \"$last\" >>" + told);
        program("mongorestore", "echo \"restore $(cat)\" >>" + told);

        var restored = run(List.of("bash", "-c", restore(from)), Map.of());

        assertThat(restored.code()).as(restored.said()).isZero();
        var lines = Files.readAllLines(told);
        assertThat(lines).hasSize(12).noneMatch(line -> line.contains("vault"));
        assertThat(lines.subList(3, 5))
                .containsExactly(
                        "db.getSiblingDB('grant').dropDatabase()", "restore data of grant");
        assertThat(lines.get(5))
                .matches(
                        "db\\.getSiblingDB\\('grant'\\)\\.epoch\\.updateOne\\(\\{ _id: 'epoch' },"
                                + " \\{ \\$set: \\{ value: NumberLong\\('[0-9]{10}'\\) } }\\)");
    }

    @Test
    void a_restore_of_which_a_part_fails_starts_no_service() throws Exception {
        Path from = kept();
        Path told = machine.resolve("told");
        program(
                "docker",
                "echo \"$@\" >>"
                        + told
                        + "; if [ $1,$2 = compose,exec ]; then shift 4; exec \"$@\"; fi");
        program("mongosh", "exit 0");
        program("mongorestore", "exit 1");

        assertThat(run(List.of("bash", "-c", restore(from)), Map.of()).code()).isNotZero();
        assertThat(Files.readAllLines(told)).doesNotContain("compose up --wait").isNotEmpty();
    }

    private Path kept() throws IOException {
        Path data = Files.createDirectories(machine.resolve("from/data"));
        for (var name : List.of("beneficiary", "grant", "story", "notification")) {
            Files.writeString(data.resolve(name), "data of " + name);
        }
        for (var volume : List.of("kafka.tar", "identity.tar")) {
            Files.writeString(data.resolve(volume), "");
        }
        return machine.resolve("from");
    }

    private String backUp(Path to) throws IOException {
        return recipe("to", to);
    }

    private String restore(Path from) throws IOException {
        return recipe("from", from);
    }

    /**
     * @param name of the folder in it
     */
    private String recipe(String name, Path folder) throws IOException {
        var recipe =
                Pattern.compile(
                                "```sh\n([^`]*?\n" + name + "=/var/backups/homeward.*?)```",
                                Pattern.DOTALL)
                        .matcher(Files.readString(PROJECT.resolve("docs/runbook.md")));
        assertThat(recipe.find()).isTrue();
        return "umask 022\n"
                + recipe.group(1)
                        .replace("/tmp/", machine + "/")
                        .replace("/var/backups/homeward", "" + folder)
                        .replace("/run/secrets", "" + machine.resolve("secrets"));
    }

    /** Runs here what is to run in MongoDB's container. */
    private void docker() throws IOException {
        program("docker", "if [ $1,$2 = compose,exec ]; then shift 4; exec \"$@\"; fi");
    }

    private void keycloak() throws IOException {
        Path keycloak = Files.createDirectories(machine.resolve("keycloak"));
        Files.createDirectories(keycloak.resolve("data"));
        Path realms = Files.createDirectories(keycloak.resolve("homeward"));
        Files.writeString(realms.resolve("demo.json"), "demo");
        Files.writeString(realms.resolve("production.json"), "production");
        Files.createDirectories(keycloak.resolve("bin"));
        Files.move(
                program("kc.sh", "echo realm $(cat ${0%/*}/../data/import/homeward.json) \"$@\""),
                keycloak.resolve("bin/kc.sh"));
    }

    private Run startKeycloak(String profile) throws IOException, InterruptedException {
        String script =
                Files.readString(PROJECT.resolve("ops/keycloak/start.sh"))
                        .replace("/opt/keycloak", "" + machine.resolve("keycloak"))
                        .replace("/run/secrets", "" + machine.resolve("secrets"));
        return run(List.of("bash", "-c", script), Map.of("HOMEWARD_PROFILE", profile));
    }

    private static List<String> entryPoint() throws IOException {
        String line =
                Files.readAllLines(PROJECT.resolve("Dockerfile")).stream()
                        .filter(l -> l.startsWith("ENTRYPOINT "))
                        .findFirst()
                        .orElseThrow();
        return JsonMapper.shared()
                .readTree(line.substring("ENTRYPOINT ".length()))
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private Path program(String name, String script) throws IOException {
        Path programs = Files.createDirectories(machine.resolve("programs"));
        Path file = Files.writeString(programs.resolve(name), "#!/bin/bash\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run run(List<String> command, Map<String, String> variables)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = new HashMap<>(variables);
        environment.put("PATH", machine.resolve("programs") + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), said);
    }
}

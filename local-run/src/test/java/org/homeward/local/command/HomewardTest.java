package org.homeward.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.backends.FreePorts;
import org.homeward.local.Extent;
import org.homeward.local.Home;
import org.homeward.local.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomewardTest {

    private final Path project;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter usage = new StringWriter();
    private final StringWriter errors = new StringWriter();

    HomewardTest(@TempDir Path project) {
        this.project = project;
    }

    @Test
    void help_names_the_commands_but_not_the_inner_one() {
        assertThat(run("--help")).isZero();
        for (var command :
                List.of(
                        "up",
                        "status",
                        "logs",
                        "token",
                        "demo",
                        "parked",
                        "relay",
                        "projections",
                        "audit",
                        "down",
                        "reset")) {
            assertThat(usage.toString()).containsPattern("(?m)^  " + command + " +[A-Z]");
        }
        assertThat(usage.toString()).doesNotContain("helper");
    }

    @Test
    void an_unknown_command_is_a_wrong_call() {
        assertThat(run("fly")).isEqualTo(2);
    }

    @Test
    void status_of_what_does_not_run_is_not_a_success() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("http://127.0.0.1:8083/", "stopped");
    }

    @Test
    void second_instances_are_shown_where_there_are_any() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(shown()).contains("grant-service ").doesNotContain("grant-service-2");

        new Extent(2).save(new Home(project).run().resolve("instances"));

        assertThat(run("status")).isEqualTo(1);
        assertThat(shown()).containsPattern("grant-service-2 +http://127.0.0.1:8092");
    }

    @Test
    void more_instances_than_two_are_refused_before_anything_is_started() {
        assertThat(run("up", "--instances", "3")).isEqualTo(1);
        assertThat(run("up", "--only", "grant-service-2")).isEqualTo(1);
    }

    @Test
    void down_without_anything_to_stop_is_harmless() {
        assertThat(run("down")).isZero();
    }

    @Test
    void reset_deletes_the_data_and_nothing_else() throws Exception {
        Path data = Files.createDirectories(project.resolve(".homeward/data/mongodb"));
        Path secret = new Home(project).secrets().masterKey();

        assertThat(run("reset", "--yes")).isZero();

        assertThat(data).doesNotExist();
        assertThat(secret).exists();
    }

    @Test
    void a_token_is_not_to_be_had_when_nothing_runs() {
        assertThat(run("token", "auditor", Port.IDENTITY.option(), "" + FreePorts.next()))
                .isEqualTo(1);
    }

    @Test
    void what_operators_do_wrong_is_told_before_anything_is_asked() {
        assertThat(run("parked", "replay", "all")).isEqualTo(2);
        assertThat(run("parked", "show", "7")).isEqualTo(2);
        assertThat(run("parked", "discard", UUID.randomUUID().toString())).isEqualTo(2);
        assertThat(run("parked", "discard", UUID.randomUUID().toString(), "--reason", "BORED"))
                .isEqualTo(2);
        assertThat(run("relay", "release", "7")).isEqualTo(2);
        assertThat(run("audit", "verify", "everything")).isEqualTo(2);
        assertThat(run("audit")).isEqualTo(2);
    }

    @Test
    void what_is_parked_is_not_known_when_nothing_runs() {
        String nowhere = "" + FreePorts.next();

        assertThat(run("parked", Port.IDENTITY.option(), nowhere)).isEqualTo(1);
        assertThat(run("relay", Port.IDENTITY.option(), nowhere)).isEqualTo(1);
        String id = UUID.randomUUID().toString();
        for (String[] call :
                new String[][] {
                    {"parked", "show", id},
                    {"parked", "replay", id},
                    {"parked", "replay-all"},
                    {"parked", "discard", id, "--reason", "overtaken"},
                    {"relay", "release", id},
                    {"projections", "rebuild", "grant", "people"},
                    {"audit", "verify"}
                }) {
            var below = new ArrayList<>(List.of(call[0], Port.IDENTITY.option(), nowhere));
            below.addAll(List.of(call).subList(1, call.length));
            errors.getBuffer().setLength(0);
            assertThat(run(below.toArray(String[]::new))).as("%s", below).isEqualTo(1);
            assertThat(errors.toString()).as("%s", below).satisfies(HomewardTest::isOneLine);
        }
    }

    @Test
    void without_secrets_of_docker_compose_nobody_signs_in_there_and_none_are_drawn() {
        for (String command : List.of("demo", "parked", "relay", "projections")) {
            errors.getBuffer().setLength(0);
            assertThat(run(command, "--target", "compose")).as(command).isEqualTo(1);
            assertThat(errors.toString())
                    .contains("./ops/secrets")
                    .satisfies(HomewardTest::isOneLine);
        }
        assertThat(run("audit", "--target", "compose", "verify")).isEqualTo(1);
        assertThat(run("token", "auditor", "--target", "compose")).isEqualTo(1);
        assertThat(project.resolve("secrets")).doesNotExist();
    }

    @Test
    void an_operator_with_an_account_of_their_own_signs_in_with_their_own_password()
            throws Exception {
        Path secrets = Files.createDirectory(project.resolve("secrets"));
        Files.writeString(secrets.resolve("demo-password"), "of-the-invented-users");

        for (String command : List.of("parked", "relay", "projections")) {
            errors.getBuffer().setLength(0);
            assertThat(run(command, "--target", "compose", "--user", "zarina")).isEqualTo(1);
            assertThat(errors.toString())
                    .contains("zarina", "HOMEWARD_PASSWORD")
                    .satisfies(HomewardTest::isOneLine);
        }
        errors.getBuffer().setLength(0);
        assertThat(run("audit", "--target", "compose", "--user", "zarina", "verify")).isEqualTo(1);
        assertThat(errors.toString())
                .contains("zarina", "HOMEWARD_PASSWORD")
                .satisfies(HomewardTest::isOneLine);
        assertThat(run("demo", "--user", "zarina")).isEqualTo(2);
    }

    @Test
    void what_starts_and_stops_is_local_alone() {
        assertThat(run("up", "--target", "compose")).isEqualTo(2);
        assertThat(run("down", "--target", "compose")).isEqualTo(2);
    }

    @Test
    void a_folder_that_cannot_be_written_is_one_line_and_no_success() throws Exception {
        Path state = Files.writeString(project.resolve(".homeward"), "in the way");

        assertThat(run("up", "--detach")).isEqualTo(1);

        assertThat(errors.toString()).contains(state.toString()).satisfies(HomewardTest::isOneLine);
    }

    private static void isOneLine(String said) {
        assertThat(said).startsWith("homeward: ").endsWith("\n").containsOnlyOnce("\n");
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        return Homeward.commandLine(
                        new Home(project), new PrintStream(out, true, StandardCharsets.UTF_8))
                .setOut(new PrintWriter(usage))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }
}

package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose role table and handlers differ does not start; without its issuer it does. */
class StartTest {

    private final Path folder;

    StartTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void an_endpoint_without_entry_stops_the_start() {
        refused("    - GET /api/v1/busy: [worker]\n", "", "no entry for GET /api/v1/busy");
    }

    @Test
    void an_entry_without_handler_stops_the_start() {
        refused(
                "/api/v1/busy: [worker]\n",
                "/api/v1/busy: [worker]\n    - GET /api/v1/gone: [worker]\n",
                "no handler for the entry GET /api/v1/gone");
    }

    @Test
    void an_endpoint_for_anyone_can_not_ask_who_calls() {
        refused(
                "GET /api/v1/things/{id}: [worker, manager]",
                "GET /api/v1/things/{id}: anyone",
                "is for anyone but its handler asks who calls");
    }

    @Test
    void a_service_starts_while_the_issuer_is_away_and_answers_503_until_it_is_back()
            throws IOException {
        String setting = "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1";
        try (var service = Sample.start(setting)) {
            var answer =
                    Client.of(service)
                            .token(TestTokens.shared().of("w", "hope", "worker"))
                            .get("/api/v1/things");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(Client.of(service).get("/api/v1/things").status()).isEqualTo(401);
        }
    }

    @Test
    void keys_that_can_not_be_had_any_more_are_503_too() {
        try (var issuer = new TestTokens();
                var service =
                        Sample.start(
                                "spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                        + issuer.issuer())) {
            var client = Client.of(service);
            var good = issuer.of("w", "hope", "worker");
            assertThat(client.token(good).get("/api/v1/things").status()).isEqualTo(200);

            issuer.stop();

            assertThat(client.token(good).get("/api/v1/things").status()).isEqualTo(200);
            try (var other = new TestTokens()) {
                var unseen = other.sign(c -> c.issuer(issuer.issuer()));
                assertThat(client.token(unseen).get("/api/v1/things").status()).isEqualTo(503);
            }
        }
    }

    private void refused(String text, String other, String reason) {
        assertThatThrownBy(() -> Sample.start(table(text, other)).close())
                .hasStackTraceContaining(reason);
    }

    private String table(String text, String other) throws IOException {
        var original =
                new String(
                        StartTest.class.getResourceAsStream("access.yaml").readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(original).contains(text);
        var file = Files.writeString(folder.resolve("access.yaml"), original.replace(text, other));
        return "homeward.web.access-table=" + file.toUri();
    }
}

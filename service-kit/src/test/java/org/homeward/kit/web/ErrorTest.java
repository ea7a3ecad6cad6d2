package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Every failure is a clear problem and tells nothing of the inside. */
@ExtendWith(OutputCaptureExtension.class)
class ErrorTest {

    private final Client anybody = RunningSample.client();
    private final Client worker = anybody.token(TestTokens.shared().of("w", "hope", "worker"));

    @Test
    void what_is_not_in_the_table_is_not_there() {
        for (String path :
                List.of(
                        "/",
                        "/nowhere",
                        "/api/v1/thing",
                        "/actuator/health",
                        "/error",
                        "/x.html")) {
            for (Client client : List.of(anybody, worker)) {
                var answer = client.get(path);

                assertThat(answer.status()).as(path).isEqualTo(404);
                assertThat(answer.problem()).as(path).isEqualTo("no-such-endpoint");
            }
        }
    }

    @Test
    void another_method_is_405_and_the_allowed_ones_are_told() {
        var answer = worker.send("DELETE", "/api/v1/things", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, POST");
        assertThat(worker.send("OPTIONS", "/api/v1/things", BodyPublishers.noBody()).status())
                .isEqualTo(405);
    }

    @Test
    void an_answer_that_we_do_not_have_is_406() {
        var answer = worker.with("Accept", "image/png").get("/api/v1/things");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.problem()).isEqualTo("not-acceptable");
    }

    @Test
    void a_bad_part_of_the_path_or_query_is_named() {
        var id = anybody.get("/public/things/1-1-1-1-1");
        var from = worker.get("/api/v1/things?from=x");
        var high = worker.get("/api/v1/things?from=10");

        assertThat(List.of(id.problem(), from.problem(), high.problem()))
                .containsOnly("invalid-parameter");
        assertThat(id.json().path("parameter").asString()).isEqualTo("id");
        assertThat(from.json().path("parameter").asString()).isEqualTo("from");
        assertThat(high.json().path("detail").asString())
                .isEqualTo("from: must be less than or equal to 9");
    }

    @Test
    void odd_paths_and_parameters_are_refused() {
        for (String path :
                List.of(
                        "/api/v1/things/..%2f..%2fetc",
                        "/api/v1/%2e%2e/things",
                        "/api/v1/things;jsessionid=1",
                        "/api//v1/things",
                        "/api/v1/things%00",
                        "/api/v1/things?cursor=%00",
                        "/api/v1/things?cursor=%e2%80%ae")) {
            var answer = worker.get(path);

            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.problem()).as(path).isEqualTo("bad-request");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'");
        }
    }

    @Test
    void what_tomcat_refuses_by_itself_is_a_problem_too() throws IOException {
        var answer = raw("GET /api/v1/things?x=<> HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answer)
                .contains("400")
                .contains("application/problem+json")
                .contains("urn:homeward:problem:bad-request")
                .contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY")
                .contains("Content-Security-Policy: default-src 'none'", "no-store")
                .doesNotContain("Tomcat", "html");
    }

    @Test
    void a_failure_of_ours_says_a_correlation_id_and_nothing_else(CapturedOutput output) {
        var mine = UUID.randomUUID().toString();
        double before = alarms();

        var answer = worker.with("Correlation-Id", mine).get("/api/v1/broken?secret=Gulnora");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.problem()).isEqualTo("internal");
        assertThat(answer.json().propertyNames())
                .containsExactly("type", "title", "status", "detail", "correlation");
        assertThat(answer.json().path("correlation").asString()).isEqualTo(mine);
        assertThat(answer.body()).doesNotContain("Gulnora", "Exception");
        assertThat(alarms()).isEqualTo(before + 1);
        assertThat(output.toString())
                .containsPattern("\"traceId\":\"[0-9a-f]{32}\"[^\n]*" + mine)
                .contains("java.lang.IllegalStateException")
                .contains("Sample$Things.broken")
                .doesNotContain("Gulnora");
    }

    @Test
    void a_database_that_is_away_is_503_and_no_alarm() {
        double before = alarms();

        var answer = worker.get("/api/v1/away");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.body()).doesNotContain("10.0.0.1", "Mongo");
        assertThat(alarms()).isEqualTo(before);
    }

    @Test
    void a_problem_says_when_to_try_again() {
        var answer = worker.get("/api/v1/busy");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.json().path("retryAfter").asInt()).isEqualTo(7);
    }

    @Test
    void a_browser_without_a_page_gets_the_problem() {
        var answer = anybody.with("Accept", "text/html,*/*").get("/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("no-such-endpoint");
    }

    @Test
    void all_problem_types_are_published() {
        var list = anybody.get("/problems");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().size()).isGreaterThan(20);
        assertThat(list.body()).contains("urn:homeward:problem:version-stale");
    }

    private static double alarms() {
        return RunningSample.service()
                .getBean(MeterRegistry.class)
                .counter("homeward.alarms", "kind", "internal-error")
                .count();
    }

    private static String raw(String request) throws IOException {
        int port = Client.port(RunningSample.service(), "local.server.port");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

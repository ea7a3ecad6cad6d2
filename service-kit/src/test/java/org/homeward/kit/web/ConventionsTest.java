package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;

/** Keys, versions, scopes, purposes, pages and answers. */
class ConventionsTest {

    private static final TestTokens TOKENS = TestTokens.shared();
    private static final String ID = "6f0c0f7e-93a5-4c1e-9a0f-0f6f3d4b9f11";
    private static final String APPROVAL = "/api/v1/things/" + ID + "/approval";
    private static final String THING = "{\"name\":\"oven\",\"count\":1}";

    private final Client worker =
            RunningSample.client()
                    .token(
                            TOKENS.of(
                                    "w", "hope", List.of("worker"), "TJ-DU-SINO", "TJ-KT-BOKHTAR"));
    private final Client manager =
            RunningSample.client().token(TOKENS.of("m", "mission", "manager"));

    @Test
    void a_command_is_answered_with_location_version_and_a_body_of_three() {
        var answer = worker.with("Idempotency-Key", "\"k1\"").post("/api/v1/things", THING);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).startsWith("/api/v1/things/");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.json().propertyNames()).containsExactly("id", "version", "sequence");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_call_says_who_does_what_within_which_scope() {
        var call = worker.with("Idempotency-Key", "k").with("If-Match", "\"7\"").post(APPROVAL, "");

        var view = call.json();
        assertThat(call.status()).isEqualTo(200);
        assertThat(view.path("subject").asString()).isEqualTo("w");
        assertThat(view.path("organisation").asString()).isEqualTo("hope");
        assertThat(view.path("districts").toString())
                .isEqualTo("[\"TJ-DU-SINO\",\"TJ-KT-BOKHTAR\"]");
        assertThat(view.path("action").asString()).isEqualTo("POST /api/v1/things/{id}/approval");
        assertThat(view.path("path").asString()).isEqualTo(APPROVAL);
        assertThat(view.path("ifMatch").asLong()).isEqualTo(7);
    }

    @Test
    void a_role_of_all_organisations_and_a_star_of_districts_bind_nothing() {
        var view = manager.with("Idempotency-Key", "k").post(APPROVAL, "").json();

        assertThat(view.path("organisation").isNull()).isTrue();
        assertThat(view.path("districts").isNull()).isTrue();
        assertThat(view.path("ifMatch").isNull()).isTrue();
    }

    @Test
    void the_key_is_the_same_with_and_without_quotes() {
        assertThat(key("\"a-1\"")).isEqualTo("a-1");
        assertThat(key("a-1")).isEqualTo("a-1");
        assertThat(key("\"a\\\"b\"")).isEqualTo("a\"b");
    }

    @Test
    void a_command_without_key_is_refused() {
        var answer = worker.post("/api/v1/things", THING);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("key-required");
    }

    @Test
    void a_malformed_key_is_refused() {
        for (String key : List.of("a b", "\"a", "\"\"", "x".repeat(201), "\"a\"b\"")) {
            var answer = worker.with("Idempotency-Key", key).post(APPROVAL, "");

            assertThat(answer.status()).as(key).isEqualTo(400);
            assertThat(answer.problem()).as(key).isEqualTo("key-malformed");
        }
        var two = worker.with("Idempotency-Key", "a").with("Idempotency-Key", "b");
        assertThat(two.post(APPROVAL, "").problem()).isEqualTo("key-malformed");
    }

    @Test
    void only_a_strong_etag_of_one_version_is_a_version() {
        for (String tag : List.of("*", "W/\"7\"", "7", "\"0\"", "\"x\"", "\"1\", \"2\"", "\"\"")) {
            var answer =
                    worker.with("Idempotency-Key", "k").with("If-Match", tag).post(APPROVAL, "");

            assertThat(answer.status()).as(tag).isEqualTo(400);
            assertThat(answer.problem()).as(tag).isEqualTo("version-malformed");
        }
    }

    @Test
    void equal_bodies_have_one_fingerprint_and_others_another() {
        var same = fingerprint("{\"a\":1}");

        assertThat(same).hasSize(64).isEqualTo(fingerprint("{\"a\":1}"));
        assertThat(same).isNotEqualTo(fingerprint("{\"a\":2}"));
    }

    @Test
    void a_read_needs_a_purpose_that_the_endpoint_allows() {
        var without = worker.get("/api/v1/things/" + ID);
        var other = worker.with("Homeward-Purpose", "curiosity").get("/api/v1/things/" + ID);

        assertThat(List.of(without.status(), other.status())).containsExactly(400, 400);
        assertThat(without.problem()).isEqualTo("purpose-required");
        assertThat(without.json().path("purposes").toString())
                .isEqualTo("[\"care\",\"complaint\"]");
    }

    @Test
    void a_read_says_its_version_and_is_told_who_reads() {
        var answer = worker.with("Homeward-Purpose", "care").get("/api/v1/things/" + ID);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.json().path("organisation").asString()).isEqualTo("hope");
    }

    @Test
    void an_email_counts_only_when_it_is_verified() {
        assertThat(email(true).asString()).isEqualTo("w@hope.example");
        assertThat(email(false).isNull()).isTrue();
        assertThat(email("true").isNull()).isTrue();
    }

    @Test
    void a_token_without_organisation_or_districts_reaches_nothing() {
        var lost = TOKENS.sign(c -> c.claim("roles", List.of("worker")));
        var view =
                RunningSample.client()
                        .token(lost)
                        .with("Idempotency-Key", "k")
                        .post(APPROVAL, "")
                        .json();

        assertThat(view.path("organisation").asString()).isEmpty();
        assertThat(view.path("districts").toString()).isEqualTo("[]");
    }

    @Test
    void pages_are_bounded() {
        assertThat(limit("")).isEqualTo("50");
        assertThat(limit("?limit=100")).isEqualTo("100");
        for (String bad : List.of("0", "101", "-1", "x", "", "9999999999")) {
            var answer = worker.get("/api/v1/things?limit=" + bad);

            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertThat(answer.json().path("parameter").asString()).isEqualTo("limit");
        }
    }

    @Test
    void every_answer_has_a_correlation_id_and_keeps_the_callers() {
        var mine = UUID.randomUUID().toString();

        assertThat(
                        worker.with("Correlation-Id", mine)
                                .get("/api/v1/things")
                                .header("Correlation-Id"))
                .isEqualTo(mine);
        assertThat(RunningSample.client().get("/api/v1/things").header("Correlation-Id"))
                .satisfies(UUID::fromString);
        assertThat(worker.with("Correlation-Id", "x\"y").get("/nowhere").header("Correlation-Id"))
                .satisfies(UUID::fromString);
    }

    @Test
    void security_headers_are_on_every_answer() {
        for (var answer :
                List.of(
                        worker.get("/api/v1/things"),
                        worker.get("/nowhere"),
                        worker.get("/api/v1/broken"),
                        worker.get("/api/v1/away"),
                        worker.post("/api/v1/things", "x".repeat(70_000)),
                        RunningSample.client().token("no.token.at.all").get("/api/v1/things"),
                        RunningSample.client().get("/api/v1/things"))) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    private String limit(String query) {
        return worker.get("/api/v1/things" + query).json().path("items").path(0).asString();
    }

    private String key(String header) {
        return approval(header, "").path("key").asString();
    }

    private String fingerprint(String body) {
        return approval("k", body).path("fingerprint").asString();
    }

    private tools.jackson.databind.JsonNode approval(String key, String body) {
        return worker.with("Idempotency-Key", key).post(APPROVAL, body).json();
    }

    private static tools.jackson.databind.JsonNode email(Object verified) {
        var token =
                TOKENS.sign(
                        c ->
                                c.claim("roles", List.of("worker"))
                                        .claim("email", "w@hope.example")
                                        .claim("email_verified", verified));
        return RunningSample.client()
                .token(token)
                .with("Homeward-Purpose", "care")
                .get("/api/v1/things/" + ID)
                .json()
                .path("email");
    }
}

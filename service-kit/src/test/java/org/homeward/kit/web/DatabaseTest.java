package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.DeniedTokens;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.TestTokens;
import org.homeward.kit.time.ProgrammeClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What of the kit needs a database: readiness, the programme's clock, limits and denials. */
class DatabaseTest {

    private static final String CLOCK = "/local/v1/programme-clock";
    private static final ConfigurableApplicationContext SERVICE =
            Sample.start(
                    SampleWithMongo.class,
                    "spring.profiles.active=test",
                    "homeward.web.limits[GET /api/v1/things].per-minute=1000",
                    "homeward.web.limits[GET /api/v1/things].per-day=3");

    private final Client manager =
            Client.of(SERVICE).token(TestTokens.shared().of("m", "mission", "manager"));

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void a_service_is_ready_while_the_primary_answers() {
        var ready = Client.ofManagement(SERVICE).get("/actuator/health/readiness");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("components").propertyNames())
                .containsExactlyInAnyOrder("primary", "readinessState");
        assertThat(
                        Client.ofManagement(SERVICE)
                                .get("/actuator/health/liveness")
                                .json()
                                .path("components")
                                .propertyNames())
                .containsExactly("livenessState");
    }

    @Test
    void the_programmes_clock_goes_forward_only() {
        assertThat(move("P14D").status()).isEqualTo(200);
        assertThat(move("P14D").status()).isEqualTo(200);

        var back = move("P13D");
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.problem()).isEqualTo("clock-backwards");

        var now = manager.get(CLOCK).json();
        assertThat(Duration.parse(now.path("offset").asString())).isEqualTo(Duration.ofDays(14));
        assertThat(LocalDate.parse(now.path("today").asString()))
                .isAfter(ZonedDateTime.now(ProgrammeClock.ZONE).toLocalDate().plusDays(13));
    }

    @Test
    void what_is_no_offset_is_refused() {
        for (String offset : new String[] {"-PT1S", "yesterday", "P40000D"}) {
            var answer = move(offset);

            assertThat(answer.status()).as(offset).isEqualTo(400);
            assertThat(answer.json().path("violations").path(0).path("pointer").asString())
                    .isEqualTo("/offset");
        }
    }

    @Test
    void only_those_of_the_table_move_it() {
        var worker = Client.of(SERVICE).token(TestTokens.shared().of("w", "hope", "worker"));

        assertThat(worker.get(CLOCK).status()).isEqualTo(403);
    }

    @Test
    void where_people_are_really_served_the_clock_can_not_be_moved() {
        var served =
                RunningSample.client().token(TestTokens.shared().of("m", "mission", "manager"));

        assertThat(served.get(CLOCK).status()).isEqualTo(404);
    }

    @Test
    void a_call_with_a_limit_is_refused_beyond_it_and_a_head_counts_as_its_get() {
        var busy = Client.of(SERVICE).token(TestTokens.shared().of("busy", "hope", "worker"));
        for (int i = 0; i < 3; i++) {
            assertThat(busy.get("/api/v1/things").status()).isEqualTo(200);
        }

        var head = busy.send("HEAD", "/api/v1/things", BodyPublishers.noBody());
        var refused = busy.get("/api/v1/things");

        assertThat(head.status()).isEqualTo(429);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86_401);
        assertThat(manager.get("/api/v1/things").status()).isEqualTo(200);
        var described = manager.get("/v3/api-docs").json().path("paths").path("/api/v1/things");
        assertThat(described.path("get").path("responses").has("429")).isTrue();
        assertThat(described.path("post").path("responses").has("429")).isFalse();
    }

    @Test
    void a_denied_token_is_refused_within_a_second_and_a_later_one_is_let_in() {
        var tokens = TestTokens.shared();
        var worker = Client.of(SERVICE).token(tokens.of("stolen", "hope", "worker"));
        var path = "/api/v1/things/6f0c0f7e-93a5-4c1e-9a0f-0f6f3d4b9f11";
        assertThat(worker.get(path).problem()).isEqualTo("purpose-required");

        SERVICE.getBean(MongoTemplate.class)
                .getDb()
                .getCollection(DeniedTokens.COLLECTION)
                .insertOne(
                        new Document("_id", Actor.pseudonym(tokens.issuer(), "stolen"))
                                .append("until", Date.from(Instant.now())));

        await().atMost(Duration.ofSeconds(5)).until(() -> worker.get(path).status() == 401);
        var later =
                tokens.sign(
                        token ->
                                token.subject("stolen")
                                        .issueTime(Date.from(Instant.now().plusSeconds(60)))
                                        .claim("roles", List.of("worker")));
        assertThat(Client.of(SERVICE).token(later).get(path).problem())
                .isEqualTo("purpose-required");
    }

    private Answer move(String offset) {
        return manager.with("Content-Type", "application/json")
                .send(
                        "PUT",
                        CLOCK,
                        BodyPublishers.ofString("{\"offset\":\"%s\"}".formatted(offset)));
    }
}

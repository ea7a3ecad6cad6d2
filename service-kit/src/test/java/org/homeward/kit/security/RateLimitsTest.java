package org.homeward.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.homeward.kit.observe.AlarmsForTest;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.RateLimit;
import org.homeward.kit.web.TooManyRequests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class RateLimitsTest {

    private static final String SEARCH = "POST /api/v1/searches";
    private static final String TABLE =
            """
            roles:
              worker: {does: "works", organisations: own}
            services:
              sample:
                - POST /api/v1/searches: [worker]
                - GET /api/v1/other: [worker]
                - GET /public: anyone
            """;
    private static final RateLimit LIMIT = new RateLimit(3, 5);

    /** Ten seconds into a minute; the day in Dushanbe ends at seven in the evening by UTC. */
    private static final Instant NOW = Instant.parse("2026-03-12T18:30:10Z");

    private static final Instant MIDNIGHT = Instant.parse("2026-03-12T19:00:00Z");

    private final MongoClient client = MongoForTest.client(Backends.shared().mongoUri("any"));
    private final MongoTemplate template = new MongoTemplate(client, Backends.freshDatabase());
    private final AlarmsForTest alarms = new AlarmsForTest();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_minute_is_used_up_for_all_instances_together_and_ends_by_itself() {
        for (int i = 0; i < 3; i++) {
            assertThat(refusal("w", NOW)).isNull();
        }

        assertThat(seconds(refusal("w", NOW))).isBetween(50, 51);
        assertThat(seconds(refusal("w", NOW.plusSeconds(40)))).isBetween(10, 11);
        assertThat(refusal("w", NOW.plusSeconds(50))).isNull();
        assertThat(alarms.raised("rate-limit")).as("one for the minute").isEqualTo(1);
    }

    @Test
    void a_day_is_used_up_by_calls_that_were_let_through_and_ends_in_dushanbe() {
        for (int i = 0; i < 10; i++) {
            refusal("w", NOW);
        }
        var next = NOW.plusSeconds(60);
        assertThat(refusal("w", next)).isNull();
        assertThat(refusal("w", next)).isNull();

        int left = (int) Duration.between(next, MIDNIGHT).toSeconds();
        assertThat(seconds(refusal("w", next))).isBetween(left, left + 1);
        assertThat(refusal("w", MIDNIGHT)).isNull();
    }

    @Test
    void a_call_that_asks_for_several_counts_as_so_many() {
        assertThat(refusal("w", NOW)).isNull();
        assertThat(refusalOfMore("w", NOW, 2)).as("three of three").isNull();
        assertThat(refusal("w", NOW)).as("the minute").isNotNull();

        var next = NOW.plusSeconds(60);
        assertThat(refusal("w", next)).isNull();
        assertThat(refusalOfMore("w", next, 2)).as("six of five in the day").isNotNull();
        assertThat(alarms.raised("rate-limit")).as("minute and day").isEqualTo(2);
    }

    @Test
    void a_call_that_asks_for_more_than_a_minute_allows_is_answered_in_a_minute_of_its_own() {
        refusal("w", NOW);
        refusal("w", NOW);
        assertThat(refusalOfMore("w", NOW, 100)).isNotNull();

        var next = NOW.plusSeconds(60);
        assertThat(refusal("w", next)).isNull();
        assertThat(refusalOfMore("w", next, 100)).isNull();
        assertThat(refusal("w", next)).as("nothing beside it").isNotNull();
    }

    @Test
    void who_asks_for_one_pays_for_one_and_where_nothing_is_limited_nothing_is_counted() {
        for (int i = 0; i < 3; i++) {
            assertThat(refusal("w", NOW)).isNull();
            assertThat(refusalOfMore("w", NOW, 0)).isNull();
        }

        limits(NOW, "GET /api/v1/other").countMore(call("w"), 100);

        assertThat(refusal("w", NOW.plusSeconds(60))).isNull();
    }

    @Test
    void two_instances_on_either_side_of_a_minute_count_in_one() {
        var ahead = NOW.plusSeconds(50);
        for (int i = 0; i < 3; i++) {
            assertThat(refusal("w", i % 2 == 0 ? ahead : NOW)).isNull();
        }

        assertThat(seconds(refusal("w", NOW))).isBetween(110, 111);
        assertThat(seconds(refusal("w", ahead))).isBetween(60, 61);
        assertThat(refusal("w", NOW.plusSeconds(110))).isNull();
    }

    @Test
    void nobody_pays_for_another_or_for_another_call() {
        for (int i = 0; i < 4; i++) {
            refusal("w", NOW);
        }

        assertThat(refusal("w", NOW)).isNotNull();
        assertThat(refusal("other", NOW)).isNull();
        assertThat(refusal("w", NOW, "GET /api/v1/other")).isNull();
    }

    @Test
    void a_limit_that_would_limit_nobody_is_found_at_start() {
        for (var call : List.of("POST /api/v1/nowhere", "GET /public", "/api/v1/searches")) {
            assertThatThrownBy(
                            () ->
                                    new RateLimits(
                                            Map.of(call, LIMIT),
                                            table(),
                                            template,
                                            Clock.systemUTC(),
                                            alarms.alarms()))
                    .hasMessageContaining(call);
        }
        assertThatThrownBy(() -> new RateLimit(0, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private @Nullable TooManyRequests refusal(String subject, Instant now) {
        return refusal(subject, now, SEARCH);
    }

    /** By an instance of its own. */
    private @Nullable TooManyRequests refusal(String subject, Instant now, String call) {
        var limits = limits(now, call);
        return catchThrowableOfType(
                TooManyRequests.class, () -> limits.count(call, LIMIT, actor(subject), 1));
    }

    private @Nullable TooManyRequests refusalOfMore(String subject, Instant now, int more) {
        var limits = limits(now, SEARCH);
        return catchThrowableOfType(
                TooManyRequests.class, () -> limits.countMore(call(subject), more));
    }

    private RateLimits limits(Instant now, String call) {
        return new RateLimits(
                Map.of(call, LIMIT),
                table(),
                template,
                Clock.fixed(now, ZoneOffset.UTC),
                alarms.alarms());
    }

    private static Actor actor(String subject) {
        return new Actor("i", subject, "hope", Set.of("worker"), Set.of("*"), Set.of(), null);
    }

    private static Call call(String subject) {
        return new Call(
                actor(subject),
                Scope.everything(),
                "POST",
                "/api/v1/searches",
                SEARCH,
                "key",
                null,
                "print");
    }

    private static int seconds(@Nullable TooManyRequests refusal) {
        var extensions = Objects.requireNonNull(refusal, "nothing was refused").extensions();
        return extensions.get("retryAfter") instanceof Integer seconds ? seconds : -1;
    }

    private static AccessTable table() {
        return AccessTableReader.read(
                new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8)), "sample");
    }
}

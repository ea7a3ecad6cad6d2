package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.time.ProgrammeClock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Nobody lists the files by asking for everybody. */
class LookUpLimitTest {

    private final String subject = "busy-" + UUID.randomUUID();
    private final Staff busy = Staff.of(subject, "umed", List.of("case-worker"), "*");

    private static final List<String> CALLS =
            List.of(
                    "POST /api/v1/searches",
                    "GET /api/v1/searches/{id}/candidates",
                    "POST /api/v1/beneficiaries");

    @Test
    void where_people_are_served_it_is_thirty_in_a_minute_and_three_hundred_in_a_day()
            throws IOException {
        var served =
                new YamlPropertySourceLoader()
                        .load("served", new ClassPathResource("application.yml"))
                        .getFirst();

        for (var call : CALLS) {
            var limit = "homeward.web.limits[" + call + "].";
            assertThat(served.getProperty(limit + "per-minute")).isEqualTo(30);
            assertThat(served.getProperty(limit + "per-day")).isEqualTo(300);
        }
    }

    @Test
    void who_looked_up_too_many_today_looks_up_nobody_else() {
        CALLS.forEach(this::useUp);
        var person = Cases.somebody();

        var search = busy.post("/api/v1/searches", "{}");
        var candidates = busy.read("/api/v1/searches/" + UUID.randomUUID() + "/candidates");
        var registration = Cases.register(busy, UUID.randomUUID(), person, List.of());

        for (var answer : List.of(search, candidates, registration)) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(429);
            assertThat(answer.problem()).isEqualTo("too-many-requests");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        }
        assertThat(busy.read("/api/v1/beneficiaries").status()).isEqualTo(200);
    }

    /** As the day's last call left it. */
    private void useUp(String call) {
        var day = LocalDate.ofInstant(Instant.now(), ProgrammeClock.ZONE);
        Database.add(
                "rate_limits",
                List.of(
                        new Document(
                                        "_id",
                                        new Document("subject", subject)
                                                .append("call", call)
                                                .append("day", day.toString()))
                                .append("minute", 0L)
                                .append("inMinute", 1)
                                .append("inDay", 1_000_000)));
    }
}

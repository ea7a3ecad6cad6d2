package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** In one search are as many as it may hold, and each is of somebody else. */
    @Test
    void who_asks_for_many_at_once_learns_no_more_people_in_a_day() {
        var people = Stream.generate(LookUpLimitTest::documented).limit(44).toList();
        people.forEach(person -> Cases.registered(Staff.worker(), person));
        leave("POST /api/v1/searches", 12);
        int names = 0;
        for (int i = 0; i < people.size(); i += 11) {
            names += learned(named(people.subList(i, i + 11)));
        }

        assertThat(names).isBetween(1, 12);

        leave("POST /api/v1/searches", 12);
        int documents = 0;
        for (int i = 0; i < people.size() - 4; i += 5) {
            documents += learned(withDocumentsOf(people.subList(i, i + 5)));
        }

        assertThat(documents).isBetween(1, 12);
    }

    @Test
    void a_married_woman_with_two_telephones_is_three_and_her_registration_too() {
        var person = new HashMap<>(Cases.somebody());
        person.put("formerNames", List.of(Map.of("family", Cases.word(), "given", Cases.word())));
        person.put("phones", List.of(Cases.phone(), Cases.phone()));

        Cases.registered(busy, person);

        assertThat(counted("POST /api/v1/searches")).isEqualTo(3);
        assertThat(counted("POST /api/v1/beneficiaries")).isEqualTo(3);
    }

    private static Map<String, Object> documented() {
        var person = new HashMap<>(Cases.somebody());
        person.put("documents", List.of(Cases.phone()));
        return person;
    }

    private static Map<String, Object> named(List<Map<String, Object>> people) {
        var asked = new HashMap<>(Cases.somebody());
        asked.put("name", people.getFirst().get("name"));
        asked.put(
                "formerNames", people.stream().skip(1).map(person -> person.get("name")).toList());
        return asked;
    }

    private static Map<String, Object> withDocumentsOf(List<Map<String, Object>> people) {
        var asked = new HashMap<>(Cases.somebody());
        asked.put(
                "documents",
                people.stream()
                        .map(person -> Objects.requireNonNull(person.get("documents")))
                        .flatMap(documents -> ((List<?>) documents).stream())
                        .toList());
        return asked;
    }

    /** How many people a search tells the organisation of. */
    private int learned(Map<String, Object> person) {
        var search =
                busy.post("/api/v1/searches", Map.of("person", person, "district", Cases.DISTRICT));
        if (search.status() == 429) {
            return 0;
        }
        assertThat(search.status()).as(search.toString()).isEqualTo(201);
        return busy.with("Homeward-Purpose", "registration")
                .get("/api/v1/searches/" + search.id() + "/candidates")
                .json()
                .size();
    }

    private int counted(String call) {
        return Database.stored("rate_limits", new Document("_id", row(call)))
                .getFirst()
                .getInteger("inDay");
    }

    /** As the day's last call left it. */
    private void useUp(String call) {
        leave(call, 0);
    }

    /** So many may still be asked for today. */
    private void leave(String call, int left) {
        Database.remove("rate_limits", new Document("_id", row(call)));
        Database.add(
                "rate_limits",
                List.of(
                        new Document("_id", row(call))
                                .append("minute", 0L)
                                .append("inMinute", 1)
                                .append("inDay", 1_000_000 - left)));
    }

    private Document row(String call) {
        var day = LocalDate.ofInstant(Instant.now(), ProgrammeClock.ZONE);
        return new Document("subject", subject).append("call", call).append("day", day.toString());
    }
}

package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.Catalogued;
import org.junit.jupiter.api.Test;

/** Commands that come twice, at once, late or with a key that means something else. */
class CommandTest {

    private static final int TIMES = 20;

    private final Staff worker = Staff.worker();

    @Test
    void one_registration_sent_twenty_times_at_once_has_one_effect_and_one_answer()
            throws Exception {
        var person = Cases.somebody();
        var body = registration(person);
        var once = worker.key(UUID.randomUUID().toString());
        var ready = new CountDownLatch(TIMES);
        var answers = new ArrayList<Answer>();

        try (var threads = Executors.newFixedThreadPool(TIMES)) {
            var sent = new ArrayList<Future<Answer>>();
            for (int i = 0; i < TIMES; i++) {
                sent.add(
                        threads.submit(
                                () -> {
                                    ready.countDown();
                                    ready.await();
                                    return once.post("/api/v1/beneficiaries", body);
                                }));
            }
            for (var answer : sent) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
        assertThat(answers)
                .extracting(Answer::location)
                .containsOnly(answers.getFirst().location());
        var search = Cases.search(worker, person);
        assertThat(worker.get("/api/v1/searches/" + search).json().path("candidates").size())
                .isEqualTo(1);
        assertThat(Database.stored("journal", new Document("_id.a", answers.getFirst().id())))
                .hasSize(1);
    }

    @Test
    void a_key_stands_for_one_body() {
        var body = registration(Cases.somebody());
        var other = new HashMap<>(body);
        other.put("channel", "HOTLINE");
        var keyed = worker.key(UUID.randomUUID().toString());

        var first = keyed.post("/api/v1/beneficiaries", body);
        var again = keyed.post("/api/v1/beneficiaries", other);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.problem()).isEqualTo("key-reused");
    }

    @Test
    void an_answer_to_a_request_for_consent_names_the_version_it_saw() {
        var person = Cases.registered(worker, Cases.somebody());
        var path = "/api/v1/consents/" + Cases.asked(worker, person, "RESEARCH");

        for (var step : List.of("/agreement", "/refusal")) {
            var body = step.equals("/agreement") ? Cases.signed() : null;
            assertThat(worker.post(path + step, body).status()).as(step).isEqualTo(428);
            assertThat(worker.ifMatch(9).post(path + step, body).status()).as(step).isEqualTo(412);
        }

        assertThat(worker.read(path).json().path("state").asString()).isEqualTo("REQUESTED");
    }

    @Test
    void a_withdrawal_works_with_any_version_and_in_every_state() {
        var person = Cases.registered(worker, Cases.somebody());
        var given = Cases.given(worker, person, "RESEARCH");
        var refused = Cases.asked(worker, person, "CONTACT_BY_SMS");
        worker.ifMatch(1).post("/api/v1/consents/" + refused + "/refusal", null);
        var asked = Cases.asked(worker, person, "CONTACT_BY_PHONE");

        for (var consent : List.of(given, refused, asked)) {
            var path = "/api/v1/consents/" + consent;
            for (var who : List.of(worker, worker.ifMatch(1), worker.ifMatch(77))) {
                assertThat(who.post(path + "/withdrawal", null).status()).isEqualTo(200);
            }
            assertThat(worker.read(path).json().path("state").asString()).isEqualTo("WITHDRAWN");
        }
    }

    @Test
    void every_kind_of_problem_is_in_the_published_catalogue() {
        assertThat(Catalogued.missing("org.homeward.beneficiary", RunningService.problems()))
                .isEmpty();
    }

    @Test
    void the_entry_of_a_correction_names_what_changed_and_nothing_else() {
        var person = Cases.somebody();
        var id = Cases.registered(worker, person);

        correct(id, 1, person, "TJ-KT-VOSE");
        correct(id, 2, Cases.somebody(), "TJ-KT-VOSE");
        correct(id, 3, Cases.somebody(), Cases.DISTRICT);

        assertThat(Database.changedFields(id, 2)).containsExactly("district");
        assertThat(Database.changedFields(id, 3)).containsExactly("person");
        assertThat(Database.changedFields(id, 4)).containsExactly("district", "person");
    }

    private void correct(UUID id, long version, Map<String, Object> person, String district) {
        var answer =
                worker.ifMatch(version)
                        .put(
                                "/api/v1/beneficiaries/" + id,
                                Map.of("person", person, "district", district));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private Map<String, Object> registration(Map<String, Object> person) {
        return Map.of(
                "search",
                Cases.search(worker, person),
                "person",
                person,
                "district",
                Cases.DISTRICT,
                "channel",
                "COMMUNITY_HEAD",
                "notTheSame",
                List.of());
    }
}

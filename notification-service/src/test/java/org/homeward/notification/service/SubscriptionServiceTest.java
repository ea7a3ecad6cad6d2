package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Colleague.MINE;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.homeward.kit.test.DataMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionServiceTest {

    private static final Map<String, Object> CHOICE =
            Map.of("occasions", List.of("GRANT_APPROVED"), "language", "ru");

    @Test
    void one_subscribes_with_the_verified_address_of_ones_token() {
        var officer = Colleague.in("grant-officer");

        var first = officer.put(MINE, CHOICE);

        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(officer.get(MINE).json().path("language").asString()).isEqualTo("ru");
        assertThat(officer.get(MINE).body())
                .contains("GRANT_APPROVED")
                .doesNotContain(officer.address());
    }

    @Test
    void the_last_word_counts() {
        var officer = Colleague.in("grant-officer").subscribed("ru", "GRANT_APPROVED");

        var second =
                officer.put(
                        MINE,
                        Map.of("occasions", List.of("APPLICATION_REJECTED"), "language", "en"));

        assertThat(second.status()).as("%s", second).isEqualTo(200);
        assertThat(officer.get(MINE).body())
                .contains("APPLICATION_REJECTED")
                .doesNotContain("GRANT_APPROVED");
    }

    @Test
    void an_address_that_is_not_verified_is_not_written_to() {
        var careless = Colleague.in("grant-officer").claiming("email_verified", false);

        var answer = careless.put(MINE, CHOICE);

        assertThat(answer.status()).as("%s", answer).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("email-not-verified");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).doesNotContain(careless.address());
        assertThat(careless.get(MINE).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email_verified", "email"})
    void a_claim_of_another_kind_is_no_address(String claim) {
        var answer = Colleague.in("grant-officer").claiming(claim, 1).put(MINE, CHOICE);

        assertThat(answer.problem()).isEqualTo("email-not-verified");
    }

    @Test
    void a_donor_is_no_colleague() {
        assertThat(Colleague.in("donor-viewer").put(MINE, CHOICE).status()).isEqualTo(403);
    }

    @Test
    void without_a_token_nobody_comes_in() {
        var answer = Colleague.in("grant-officer").with("Authorization", "").get(MINE);

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void who_never_subscribed_has_nothing_to_read_renew_or_cancel() {
        var officer = Colleague.in("grant-officer");

        assertThat(officer.get(MINE).status()).isEqualTo(404);
        assertThat(officer.post(MINE + "/renewal").status()).isEqualTo(404);
        assertThat(officer.post(MINE + "/cancellation").status()).isEqualTo(404);
    }

    @Test
    void a_cancelled_subscription_is_gone_with_its_address() {
        var officer = Colleague.in("grant-officer").subscribed("tg", "GRANT_APPROVED");

        assertThat(officer.post(MINE + "/cancellation").status()).isEqualTo(200);

        assertThat(officer.get(MINE).status()).isEqualTo(404);
        assertThat(officer.post(MINE + "/renewal").status()).isEqualTo(404);
        assertThat(officer.put(MINE, CHOICE).status()).isEqualTo(200);
    }

    @Test
    void an_address_is_stored_sealed() {
        var officer = Colleague.in("grant-officer").subscribed("tg", "GRANT_APPROVED");

        assertThat(Stored.everything()).isNotEmpty().doesNotContain(officer.address());
    }

    @Test
    void nothing_stands_in_the_database_that_the_data_map_does_not_name() {
        var _ = Colleague.in("grant-officer").subscribed("tg", "GRANT_APPROVED");

        assertThat(DataMap.of("notification-service").unnamed(RunningService.database())).isEmpty();
    }

    @Test
    void a_repetition_gets_the_same_answer_and_changes_nothing() {
        var officer = Colleague.in("grant-officer").with("Idempotency-Key", "k-1");

        var first = officer.put(MINE, CHOICE);
        var second = officer.put(MINE, CHOICE);
        var other =
                officer.put(MINE, Map.of("occasions", List.of("GRANT_APPROVED"), "language", "en"));

        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(officer.get(MINE).json().path("language").asString()).isEqualTo("ru");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'occasions': [], 'language': 'ru'}",
                "{'occasions': ['GRANT_APPROVED'], 'language': 'de'}",
                "{'occasions': ['NOTHING'], 'language': 'ru'}",
                "{'occasions': ['GRANT_APPROVED'], 'language': 'ru', 'address': 'a@b.example'}",
                "{'occasions': ['GRANT_APPROVED', null], 'language': 'ru'}",
                "{'language': 'ru'}"
            })
    void a_body_that_is_not_right_is_refused_with_the_place(String body) {
        var officer = Colleague.in("grant-officer");

        var answer = officer.put(MINE, Document.parse(body));

        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().path("violations")).as("%s", answer).isNotEmpty();
        assertThat(officer.get(MINE).status()).isEqualTo(404);
    }

    @Test
    void its_problems_are_published() {
        var catalogue = Colleague.in("grant-officer").get("/problems");

        assertThat(catalogue.body()).contains("urn:homeward:problem:email-not-verified");
    }
}

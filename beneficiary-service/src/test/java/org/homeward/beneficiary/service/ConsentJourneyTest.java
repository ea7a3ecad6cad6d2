package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ConsentJourneyTest {

    private final Staff worker = Staff.worker();

    @Test
    void consent_is_requested_given_and_taken_back() {
        var person = Cases.registered(worker, Cases.somebody());
        var consent = Cases.asked(worker, person, "CASE_MANAGEMENT");
        var path = "/api/v1/consents/" + consent;

        assertThat(worker.ifMatch(1).post(path + "/agreement", Cases.signed()).status())
                .isEqualTo(200);
        assertThat(worker.read(path).json().path("inForce").asBoolean()).isTrue();
        assertThat(worker.post(path + "/withdrawal", null).status()).isEqualTo(200);

        assertThat(worker.read(path).json().path("state").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_withdrawal_never_fails_whatever_version_and_state() {
        var person = Cases.registered(worker, Cases.somebody());
        var consent = Cases.asked(worker, person, "RESEARCH");
        var path = "/api/v1/consents/" + consent + "/withdrawal";

        assertThat(worker.ifMatch(77).post(path, null).status()).isEqualTo(200);
        assertThat(worker.post(path, null).status()).isEqualTo(200);
    }

    @Test
    void a_yes_after_a_no_needs_a_new_request() {
        var person = Cases.registered(worker, Cases.somebody());
        var consent = Cases.asked(worker, person, "RESEARCH");
        var path = "/api/v1/consents/" + consent;
        assertThat(worker.ifMatch(1).post(path + "/refusal", null).status()).isEqualTo(200);

        var yes = worker.ifMatch(2).post(path + "/agreement", Cases.signed());

        assertThat(yes.status()).isEqualTo(409);
        assertThat(yes.json().path("state").asString()).isEqualTo("REFUSED");
    }

    @Test
    void a_story_waits_for_the_cooling_off_and_the_hash_of_its_text() {
        var person = Cases.registered(worker, Cases.somebody());
        var consent = Cases.asked(worker, person, "STORY_PUBLICATION");
        var path = "/api/v1/consents/" + consent + "/agreement";

        assertThat(worker.ifMatch(1).post(path, Cases.signed()).problem()).isEqualTo("text-hash");
        assertThat(
                        worker.ifMatch(1)
                                .post(
                                        path,
                                        Map.of(
                                                "way",
                                                "SIGNED_FORM",
                                                "evidence",
                                                "b".repeat(64),
                                                "textHash",
                                                "a".repeat(64)))
                                .problem())
                .isEqualTo("cooling-off");
    }

    @Test
    void the_contact_is_told_only_with_consent_and_only_to_the_sender() {
        var person = Cases.registered(worker, Cases.somebody());
        var sender = Staff.in("service-notification").with("Homeward-Purpose", "contact");
        var path = "/internal/v1/contacts/" + person + "/email";
        assertThat(sender.get(path).problem()).isEqualTo("contact-not-consented");
        assertThat(accesses(person)).isEmpty();
        var consent = Cases.asked(worker, person, "CONTACT_BY_EMAIL");
        worker.ifMatch(1).post("/api/v1/consents/" + consent + "/agreement", Cases.signed());

        var told = sender.get(path);

        assertThat(told.json().path("address").asString()).isEqualTo("somebody@example.org");
        assertThat(told.header("Cache-Control")).contains("no-store");
        assertThat(worker.with("Homeward-Purpose", "contact").get(path).status()).isEqualTo(403);
        worker.post("/api/v1/consents/" + consent + "/withdrawal", null);
        assertThat(sender.get(path).status()).isEqualTo(409);
        assertThat(accesses(person))
                .singleElement()
                .satisfies(
                        access -> {
                            assertThat(access.getString("purpose")).isEqualTo("contact");
                            assertThat(access.getString("subject"))
                                    .isEqualTo("service-notification-1");
                        });
    }

    @Test
    void a_yes_is_found_behind_any_number_of_later_requests() {
        var person = Cases.registered(worker, Cases.somebody());
        var sender = Staff.in("service-notification").with("Homeward-Purpose", "contact");
        Cases.given(worker, person, "CONTACT_BY_EMAIL");
        Cases.like(Cases.asked(worker, person, "CONTACT_BY_EMAIL"), 101);

        var told = sender.get("/internal/v1/contacts/" + person + "/email");

        assertThat(told.status()).as(told.toString()).isEqualTo(200);
    }

    @Test
    void contact_and_disclosure_test_need_their_purpose_and_are_written_down() {
        var person = Cases.registered(worker, Cases.somebody());
        Cases.given(worker, person, "CONTACT_BY_EMAIL");
        var contact = "/internal/v1/contacts/" + person + "/email";
        var question =
                Map.of(
                        "consent",
                        Cases.asked(worker, person, "STORY_PUBLICATION"),
                        "texts",
                        List.of(Map.of("language", "en", "text", "She sews.")));
        var test = "/internal/v1/disclosure-tests";
        var sender = Staff.in("service-notification");
        var stories = Staff.in("service-story");

        for (var purpose : List.of("case-management", "registration")) {
            var notThis = sender.with("Homeward-Purpose", purpose).get(contact);
            assertThat(notThis.problem()).isEqualTo("purpose-required");
        }
        assertThat(sender.get(contact).problem()).isEqualTo("purpose-required");
        assertThat(stories.post(test, question).problem()).isEqualTo("purpose-required");
        assertThat(accesses(person)).isEmpty();
        assertThat(sender.with("Homeward-Purpose", "contact").get(contact).status()).isEqualTo(200);
        assertThat(
                        stories.with("Homeward-Purpose", "disclosure-review")
                                .post(test, question)
                                .status())
                .isEqualTo(200);

        assertThat(accesses(person))
                .extracting(access -> access.getString("purpose"))
                .containsExactlyInAnyOrder("contact", "disclosure-review");
    }

    private static List<Document> accesses(UUID person) {
        return Database.stored("access", new Document("records", person));
    }

    @Test
    void a_text_is_tested_against_the_file_and_only_places_come_back() {
        var family = Cases.word();
        var person =
                Cases.registered(worker, Cases.person(family + "ова", "Гулчеҳра", Cases.phone()));
        var consent = Cases.asked(worker, person, "STORY_PUBLICATION");
        // no single letter before the name: a name that begins with it would be found with it
        var text = "Мы довольны " + family + "овой вчера.";

        var hits =
                Staff.in("service-story")
                        .with("Homeward-Purpose", "disclosure-review")
                        .post(
                                "/internal/v1/disclosure-tests",
                                Map.of(
                                        "consent",
                                        consent,
                                        "texts",
                                        List.of(Map.of("language", "ru", "text", text))));

        var hit = hits.json().path("hits").path(0);
        assertThat(hit.path("kind").asString()).isEqualTo("FAMILY_NAME");
        assertThat(text.substring(hit.path("start").asInt(), hit.path("end").asInt()))
                .isEqualTo(family + "овой");
        assertThat(hits.body()).doesNotContain(family);
    }
}

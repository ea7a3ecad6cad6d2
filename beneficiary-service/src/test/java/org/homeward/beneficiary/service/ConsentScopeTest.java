package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A consent is in the hands of whoever may read the file as it is today. */
class ConsentScopeTest {

    private final Staff worker = Staff.worker();

    @Test
    void a_consent_moves_with_the_file_to_the_district_that_is_right() {
        var person = Cases.registered(worker, Cases.somebody());
        var consent = Cases.given(worker, person, "RESEARCH");
        var here = Staff.workerOf("umed", Cases.DISTRICT);
        var there = Staff.workerOf("umed", "TJ-KT-VOSE");
        assertThat(there.post(path(consent) + "/withdrawal", null).status()).isEqualTo(404);

        worker.ifMatch(1)
                .put(
                        "/api/v1/beneficiaries/" + person,
                        Map.of("person", Cases.somebody(), "district", "TJ-KT-VOSE"));

        assertThat(here.read(path(consent)).status()).isEqualTo(404);
        assertThat(here.post(path(consent) + "/withdrawal", null).status()).isEqualTo(404);
        assertThat(there.read(path(consent)).status()).isEqualTo(200);
        assertThat(there.post(path(consent) + "/withdrawal", null).status()).isEqualTo(200);
    }

    @Test
    void a_foreign_consent_looks_like_one_that_does_not_exist() {
        var person = Cases.registered(worker, Cases.somebody());
        var consent = Cases.asked(worker, person, "RESEARCH");
        var foreign = Staff.workerOf("hamdasti", "*");

        for (var who : List.of(foreign, foreign.ifMatch(1))) {
            for (var step : List.of("/agreement", "/refusal", "/withdrawal")) {
                var body = step.equals("/agreement") ? Cases.signed() : null;
                var there = who.post(path(consent) + step, body);
                var nowhere = who.post(path(UUID.randomUUID()) + step, body);

                assertThat(there.status()).as(step).isEqualTo(404);
                assertThat(there.withoutIds()).isEqualTo(nowhere.withoutIds());
            }
        }
        assertThat(foreign.read(path(consent)).withoutIds())
                .isEqualTo(foreign.read(path(UUID.randomUUID())).withoutIds());
        var list = "/api/v1/beneficiaries/%s/consents";
        assertThat(foreign.read(list.formatted(person)).status()).isEqualTo(404);
        assertThat(foreign.read(list.formatted(UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(worker.read(path(consent)).json().path("state").asString())
                .isEqualTo("REQUESTED");
    }

    @Test
    void reading_consents_needs_a_purpose_and_is_written_down_as_a_read_of_the_file() {
        var person = Cases.registered(worker, Cases.somebody());
        var consent = Cases.asked(worker, person, "RESEARCH");
        var list = "/api/v1/beneficiaries/" + person + "/consents";

        assertThat(worker.get(path(consent)).problem()).isEqualTo("purpose-required");
        assertThat(worker.get(list).problem()).isEqualTo("purpose-required");
        assertThat(Database.stored("access", new Document("records", person))).isEmpty();
        assertThat(worker.read(path(consent)).status()).isEqualTo(200);
        assertThat(worker.read(list).json().path("items").size()).isEqualTo(1);

        assertThat(Database.stored("access", new Document("records", person))).hasSize(2);
    }

    private static String path(UUID consent) {
        return "/api/v1/consents/" + consent;
    }
}

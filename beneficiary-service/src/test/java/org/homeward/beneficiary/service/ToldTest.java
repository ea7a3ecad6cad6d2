package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the topic of people says: coarse facts, as they are, and not when somebody has birthday. */
class ToldTest {

    private final Staff worker = Staff.worker();

    @Test
    void of_a_person_who_is_registered_and_corrected_only_coarse_facts_are_told() {
        var person = Cases.somebody();
        var id = Cases.registered(worker, person);

        correct(id, person, "TJ-KT-VOSE");

        assertThat(Database.told(id))
                .containsExactly(
                        Staff.JSON.valueToTree(
                                Map.of(
                                        "beneficiary", id,
                                        "organisation", "umed",
                                        "district", Cases.DISTRICT,
                                        "sex", "FEMALE",
                                        "ageBand", "FROM_25_TO_59",
                                        "channel", "COMMUNITY_HEAD")),
                        Staff.JSON.valueToTree(
                                Map.of(
                                        "beneficiary",
                                        id,
                                        "owner",
                                        Staff.pseudonym("worker-of-umed"))),
                        Staff.JSON.valueToTree(
                                Map.of(
                                        "beneficiary", id,
                                        "organisation", "umed",
                                        "district", "TJ-KT-VOSE",
                                        "sex", "FEMALE",
                                        "ageBand", "FROM_25_TO_59")));
    }

    @Test
    void a_correction_after_a_birthday_tells_the_age_band_of_the_day_of_registration() {
        var bornIn1994 = Cases.somebody();
        var id = Cases.registered(worker, bornIn1994);
        Database.change("beneficiaries", id, "state.registeredOn", "2015-03-01");

        correct(id, bornIn1994, "TJ-KT-VOSE");

        assertThat(Database.told(id).getLast().path("ageBand").asString())
                .isEqualTo("FROM_18_TO_24");
    }

    private void correct(UUID id, Map<String, Object> person, String district) {
        var answer =
                worker.ifMatch(1)
                        .put(
                                "/api/v1/beneficiaries/" + id,
                                Map.of("person", person, "district", district));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}

package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.beneficiary.service.Selections.PROGRAMMES;
import static org.homeward.beneficiary.service.Selections.manager;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class ProgrammeTest {

    @Test
    void a_programme_is_opened_read_and_listed() {
        var code = Selections.code();
        var programme = Selections.programme(code, "INCOME_GENERATION", "TJ-KT-SHAHRITUS");

        var opened = manager().post(PROGRAMMES, programme);

        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(opened.location()).isEqualTo(PROGRAMMES + "/" + code);
        var read = Staff.worker().get(opened.location()).json();
        programme.forEach(
                (name, value) ->
                        assertThat(read.path(name))
                                .as(name)
                                .isEqualTo(Staff.JSON.valueToTree(value)));
        assertThat(Staff.worker().get(PROGRAMMES).json().path("items").findValuesAsString("code"))
                .contains(code);
    }

    @Test
    void a_code_is_taken_once() {
        var code = Selections.opened("TJ-KT-VOSE");

        var again =
                manager()
                        .post(
                                PROGRAMMES,
                                Selections.programme(code, "VOCATIONAL_TRAINING", "TJ-KT-VOSE"));

        assertThat(again.problem()).isEqualTo("already-exists");
    }

    @Test
    void it_works_in_real_districts_and_ends_after_it_begins() {
        var nowhere =
                Selections.programme(
                        Selections.code(), "INCOME_GENERATION", "TJ-KT-VOSE", "TJ-KT-RAHIMOVA");
        var backwards =
                new HashMap<>(
                        Selections.programme(Selections.code(), "INCOME_GENERATION", "TJ-KT-VOSE"));
        backwards.put("until", "2025-12-31");

        assertThat(manager().post(PROGRAMMES, nowhere).pointer()).isEqualTo("/districts/1");
        assertThat(manager().post(PROGRAMMES, backwards).pointer()).isEqualTo("/until");
    }
}

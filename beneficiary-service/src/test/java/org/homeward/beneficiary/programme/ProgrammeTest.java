package org.homeward.beneficiary.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.homeward.contracts.beneficiary.ProgrammeOpened;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ProgrammeTest {

    @ParameterizedTest
    @EnumSource(
            names = {"COUNTER_TRAFFICKING", "MIGRANT_HEALTH"},
            mode = Mode.EXCLUDE)
    void that_an_ordinary_programme_was_opened_is_told_by_its_code(Objective objective) {
        assertThat(programme(objective).open().events())
                .containsExactly(new ProgrammeOpened("REINT-26"));
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNTER_TRAFFICKING", "MIGRANT_HEALTH"})
    void of_one_of_protection_or_health_nothing_is_told_whatever_else_it_is_for(
            Objective objective) {
        assertThat(programme(objective).open().events()).isEmpty();
        assertThat(programme(Objective.INCOME_GENERATION, objective).open().events()).isEmpty();
    }

    private static Programme programme(Objective... objectives) {
        return new Programme(
                "REINT-26",
                List.of(objectives),
                List.of("BILATERAL"),
                List.of("MISSION"),
                List.of("umed"),
                List.of("TJ-KT-VOSE"),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2029, 12, 31),
                40,
                "manager");
    }
}

package org.homeward.beneficiary.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.beneficiary.activity.Activity.Count;
import org.homeward.contracts.beneficiary.ActivityHeld;
import org.homeward.contracts.beneficiary.ActivityKind;
import org.homeward.contracts.beneficiary.AgeBand;
import org.homeward.contracts.beneficiary.HeadCount;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTest {

    private static final UUID ID = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 8);
    private static final Secret<String> RESULT = Secret.of("result");

    @Test
    void about_fifty_women_and_some_men_are_told_in_bands() {
        var held =
                planned()
                        .hold(
                                List.of(
                                        new Count(Sex.FEMALE, AgeBand.FROM_18_TO_24, 9),
                                        new Count(Sex.FEMALE, AgeBand.FROM_25_TO_59, 40),
                                        new Count(Sex.MALE, AgeBand.FROM_60, 1)),
                                RESULT,
                                DAY);

        assertThat(held.events())
                .containsExactly(
                        new ActivityHeld(
                                ID,
                                "umed",
                                "TJ-KT-VOSE",
                                ActivityKind.MOTIVATIONAL_MEETING,
                                DAY,
                                HeadCount.FROM_50_TO_99,
                                HeadCount.FROM_25_TO_49,
                                HeadCount.UNDER_11));
    }

    @ParameterizedTest
    @CsvSource({
        "0, UNDER_11",
        "10, UNDER_11",
        "11, FROM_11_TO_24",
        "24, FROM_11_TO_24",
        "25, FROM_25_TO_49",
        "50, FROM_50_TO_99",
        "99, FROM_50_TO_99",
        "100, FROM_100"
    })
    void nobody_is_seen_in_a_small_number(int people, HeadCount told) {
        assertThat(HeadCount.of(people)).isEqualTo(told);
    }

    @Test
    void who_came_is_counted_once_and_not_before_the_day() {
        var planned = planned();
        var women = List.of(new Count(Sex.FEMALE, AgeBand.FROM_25_TO_59, 50));
        assertThatExceptionOfType(NotHeldYet.class)
                .isThrownBy(() -> planned.hold(women, RESULT, DAY.minusDays(1)));

        var held = planned.hold(women, RESULT, DAY.plusDays(3)).state();

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> held.hold(women, RESULT, DAY.plusDays(3)));
    }

    private static Activity planned() {
        return Activity.plan(
                        new Activity.Plan(
                                ID,
                                "umed",
                                "TJ-KT-VOSE",
                                ActivityKind.MOTIVATIONAL_MEETING,
                                DAY,
                                50,
                                Secret.of("speaker")))
                .state();
    }
}

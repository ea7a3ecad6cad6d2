package org.homeward.beneficiary.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;

class LegalHoldTest {

    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2027, 6, 30);

    private final LegalHold placed =
            LegalHold.place(
                            new LegalHold.Terms(
                                    UUID.randomUUID(),
                                    "WOMEN-26",
                                    LegalHold.Reason.COURT,
                                    LAST,
                                    "manager",
                                    NOW))
                    .state();

    @Test
    void it_holds_through_its_last_day_and_ends_by_itself() {
        assertThat(placed.holds(LAST)).isTrue();
        assertThat(placed.holds(LAST.plusDays(1))).isFalse();
    }

    @Test
    void one_that_is_lifted_holds_nothing_and_is_not_lifted_again() {
        var lifted = placed.lift("monitor", NOW).state();

        assertThat(lifted.holds(LAST)).isFalse();
        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> lifted.lift("monitor", NOW));
    }

    @Test
    void who_placed_it_does_not_lift_it() {
        assertThatExceptionOfType(AnotherLifts.class).isThrownBy(() -> placed.lift("manager", NOW));
    }

    @Test
    void who_lifted_it_is_known_until_it_would_have_ended() {
        var lifted = placed.lift("monitor", NOW).state();

        assertThat(lifted.isLiftedBy("monitor", LAST)).isTrue();
        assertThat(lifted.isLiftedBy("monitor", LAST.plusDays(1))).isFalse();
        assertThat(lifted.isLiftedBy("manager", LAST)).isFalse();
        assertThat(placed.isLiftedBy("manager", LAST)).isFalse();
    }
}

package org.homeward.beneficiary.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.beneficiary.BeneficiaryDroppedOut;
import org.homeward.contracts.beneficiary.BeneficiarySelected;
import org.homeward.contracts.beneficiary.BeneficiaryWaitlisted;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static final Instant NOW = Instant.parse("2026-06-01T05:00:00Z");

    private final Place.Seat seat =
            new Place.Seat(UUID.randomUUID(), UUID.randomUUID(), "WOMEN-26", UUID.randomUUID(), 3);

    @Test
    void who_is_selected_is_told_and_may_leave_once() {
        var selected = Place.select(seat);
        var left = selected.state().dropOut("found work", "worker", NOW);

        assertThat(selected.events()).singleElement().isInstanceOf(BeneficiarySelected.class);
        assertThat(left.events()).singleElement().isInstanceOf(BeneficiaryDroppedOut.class);
        assertThatThrownBy(() -> left.state().dropOut("again", "worker", NOW))
                .isInstanceOf(StateConflict.class);
    }

    @Test
    void who_waits_is_told_so_and_is_selected_when_she_follows() {
        var waiting = Place.waitlist(seat);

        assertThat(waiting.events()).singleElement().isInstanceOf(BeneficiaryWaitlisted.class);
        assertThat(((Place.Waitlisted) waiting.state()).promote()).isEqualTo(Place.select(seat));
    }

    @Test
    void of_who_took_her_consent_back_before_nothing_is_told() {
        assertThat(Place.leftBefore(seat, NOW).events()).isEmpty();
    }
}

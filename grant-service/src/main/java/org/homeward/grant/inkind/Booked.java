package org.homeward.grant.inkind;

import java.util.List;
import org.homeward.grant.fund.Movement;
import org.homeward.kit.journal.Decision;

/**
 * What a grant decided, with the money that moves in its fund by the same change.
 *
 * @param movements empty when none does
 */
record Booked(Decision<? extends Grant> decision, List<Movement> movements) {

    Booked {
        movements = List.copyOf(movements);
    }
}

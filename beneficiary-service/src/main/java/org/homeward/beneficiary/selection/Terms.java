package org.homeward.beneficiary.selection;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a round is held for.
 *
 * @param programme code
 * @param scorecard id of the edition that is compared by
 * @param quota how many are selected
 * @param cutOff last day whose assessments count
 * @param openedBy subject
 */
record Terms(
        UUID round,
        String programme,
        UUID scorecard,
        int quota,
        LocalDate cutOff,
        String openedBy) {

    /** As it goes into the hash of the frozen input. */
    String line() {
        return round + ";" + programme + ";" + scorecard + ";" + quota + ";" + cutOff;
    }
}

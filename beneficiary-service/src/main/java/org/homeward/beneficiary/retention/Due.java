package org.homeward.beneficiary.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Somebody whose file is not needed any more, as far as rules say.
 *
 * @param programmes codes of all in which she had or waits for a place, had a grant or an
 *     application; empty for none
 * @param keptUntil the last day on which her file was kept by the rules
 * @param setBy subject of who set the rule that kept it longest
 * @param because why nothing is erased yet, in words for programs; empty when nothing stands in the
 *     way
 */
record Due(
        UUID beneficiary,
        List<String> programmes,
        LocalDate keptUntil,
        String setBy,
        List<String> because) {

    Due {
        programmes = List.copyOf(programmes);
        because = List.copyOf(because);
    }
}

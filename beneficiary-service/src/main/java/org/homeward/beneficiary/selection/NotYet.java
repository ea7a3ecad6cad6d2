package org.homeward.beneficiary.selection;

import org.homeward.kit.web.Problem;

/** A freeze before two have committed to the lottery, or before the cut-off. */
final class NotYet extends Problem {

    private static final long serialVersionUID = 1L;

    NotYet() {
        super(
                409,
                "not-yet",
                "Too early",
                "A freeze needs two commitments, and comes on the cut-off day at the earliest.");
    }
}

package org.homeward.beneficiary.activity;

import org.homeward.kit.web.Problem;

/** The attendance of a day that has not come. */
final class NotHeldYet extends Problem {

    private static final long serialVersionUID = 1L;

    NotHeldYet() {
        super(
                409,
                "not-held-yet",
                "Not held yet",
                "Who came can be counted from the day of the activity on.");
    }
}

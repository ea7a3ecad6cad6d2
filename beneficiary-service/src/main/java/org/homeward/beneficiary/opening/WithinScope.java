package org.homeward.beneficiary.opening;

import org.homeward.kit.web.Problem;

/** There is no glass to break before this file. */
final class WithinScope extends Problem {

    private static final long serialVersionUID = 1L;

    WithinScope() {
        super(
                409,
                "within-scope",
                "Within your scope",
                "You may read this file without opening it: ask for it by its id.");
    }
}

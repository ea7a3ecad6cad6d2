package org.homeward.beneficiary.hold;

import org.homeward.kit.web.Problem;

/** Who placed a legal hold would lift it: refused whatever roles the person has. */
final class AnotherLifts extends Problem {

    private static final long serialVersionUID = 1L;

    AnotherLifts() {
        super(
                403,
                "another-lifts",
                "Another lifts it",
                "Who placed a legal hold does not lift it.");
    }
}

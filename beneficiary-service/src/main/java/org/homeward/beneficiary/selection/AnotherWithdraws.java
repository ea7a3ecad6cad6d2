package org.homeward.beneficiary.selection;

import org.homeward.kit.web.Problem;

/** Who opened a selection would withdraw it: refused whatever roles the person has. */
final class AnotherWithdraws extends Problem {

    private static final long serialVersionUID = 1L;

    AnotherWithdraws() {
        super(
                403,
                "another-withdraws",
                "Another withdraws",
                "Who opened a selection does not withdraw it.");
    }
}

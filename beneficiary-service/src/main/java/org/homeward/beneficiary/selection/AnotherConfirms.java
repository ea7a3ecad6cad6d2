package org.homeward.beneficiary.selection;

import org.homeward.kit.web.Problem;

/** Who froze a selection would confirm it: refused whatever roles the person has. */
final class AnotherConfirms extends Problem {

    private static final long serialVersionUID = 1L;

    AnotherConfirms() {
        super(
                403,
                "another-confirms",
                "Another confirms",
                "Who froze a selection does not confirm it.");
    }
}

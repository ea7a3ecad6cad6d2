package org.homeward.beneficiary.registration;

import org.homeward.kit.web.Problem;

/** A case is handed over by who has it, and taken by whom it is offered to. */
final class NotYourCase extends Problem {

    private static final long serialVersionUID = 1L;

    NotYourCase() {
        super(
                403,
                "not-your-case",
                "Not your case",
                "A case is offered by its owner, and accepted by whom it was offered to.");
    }
}

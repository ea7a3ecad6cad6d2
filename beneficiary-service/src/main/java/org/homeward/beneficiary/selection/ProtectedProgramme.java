package org.homeward.beneficiary.selection;

import org.homeward.kit.web.Problem;

/** A selection would tell on a topic who is in a programme that says what she went through. */
final class ProtectedProgramme extends Problem {

    private static final long serialVersionUID = 1L;

    ProtectedProgramme() {
        super(
                409,
                "protected-programme",
                "Protected programme",
                "People of a programme of protection or health are not selected by rank.");
    }
}

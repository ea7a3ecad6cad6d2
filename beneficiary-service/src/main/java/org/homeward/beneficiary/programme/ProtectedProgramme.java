package org.homeward.beneficiary.programme;

import org.homeward.kit.web.Problem;

/** Of a programme that says what people went through it is not known here who is in it. */
public final class ProtectedProgramme extends Problem {

    private static final long serialVersionUID = 1L;

    public ProtectedProgramme() {
        super(
                409,
                "protected-programme",
                "Protected programme",
                "Who is in a programme of protection or health is not known here: nobody is"
                        + " selected for it, and no hold or time to keep files would bind anybody.");
    }
}

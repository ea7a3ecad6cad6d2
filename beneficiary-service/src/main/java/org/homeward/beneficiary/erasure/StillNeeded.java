package org.homeward.beneficiary.erasure;

import org.homeward.kit.web.Problem;

/** The time to keep her file was over when its erasure was asked for, and is not now. */
final class StillNeeded extends Problem {

    private static final long serialVersionUID = 1L;

    StillNeeded() {
        super(
                409,
                "still-needed",
                "The file is needed again",
                "The time to keep the file is not over any more: she came into another programme,"
                        + " or a rule was changed. Refuse the erasure as STILL_NEEDED.");
    }
}

package org.homeward.grant.fund;

import org.homeward.kit.web.Problem;

/** A ceiling under what is in use already. */
final class CeilingBelowUse extends Problem {

    private static final long serialVersionUID = 1L;

    CeilingBelowUse() {
        super(
                409,
                "ceiling-below-use",
                "Ceiling below use",
                "More than this ceiling is reserved, committed and spent already.");
    }
}

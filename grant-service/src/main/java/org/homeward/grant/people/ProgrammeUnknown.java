package org.homeward.grant.people;

import org.homeward.kit.web.Problem;

/**
 * A programme of which nothing was told: it was never opened, or just now, or it may be named
 * beside nobody. One answer for all three.
 */
final class ProgrammeUnknown extends Problem {

    private static final long serialVersionUID = 1L;

    ProgrammeUnknown() {
        super(
                409,
                "programme-unknown",
                "Programme unknown",
                "No programme of this code is known here; one that was just opened is known within seconds.");
    }
}

package org.homeward.grant.committee;

import org.homeward.kit.web.Problem;

/** A committee that could never decide, or where one person sits twice. */
final class CommitteeImpossible extends Problem {

    private static final long serialVersionUID = 1L;

    CommitteeImpossible() {
        super(
                409,
                "committee-impossible",
                "Committee impossible",
                "The members must be different people, and at least as many as the quorum.");
    }
}

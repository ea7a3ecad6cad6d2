package org.homeward.grant.application;

import org.homeward.kit.web.Problem;

/** A member would vote a second time. */
final class AlreadyVoted extends Problem {

    private static final long serialVersionUID = 1L;

    AlreadyVoted() {
        super(
                409,
                "already-voted",
                "Already voted",
                "Each member has one vote on a submission, and yours is given.");
    }
}

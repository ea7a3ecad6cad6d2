package org.homeward.grant.application;

import org.homeward.kit.web.Problem;

/** An application would be sent back once more than is kept. */
final class RevisionsExhausted extends Problem {

    private static final long serialVersionUID = 1L;

    RevisionsExhausted() {
        super(
                409,
                "revisions-exhausted",
                "Revisions exhausted",
                "It was handed in ten times: approve it, reject it, or begin another application.");
    }
}

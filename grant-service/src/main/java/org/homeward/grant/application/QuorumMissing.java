package org.homeward.grant.application;

import java.util.Map;
import org.homeward.kit.web.Problem;

/** Too few members without an interest have voted for a decision. */
final class QuorumMissing extends Problem {

    private static final long serialVersionUID = 1L;

    QuorumMissing(Standing standing) {
        super(
                409,
                "quorum-missing",
                "Quorum missing",
                "Too few members without an interest in the case have voted.",
                Map.of(
                        "quorum",
                        standing.quorum(),
                        "votes",
                        standing.inFavour() + standing.against()));
    }
}

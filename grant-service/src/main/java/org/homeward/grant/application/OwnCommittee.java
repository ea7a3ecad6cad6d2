package org.homeward.grant.application;

import org.homeward.kit.web.Problem;

/** Who changed the committee of an application would decide it: refused whatever the roles. */
final class OwnCommittee extends Problem {

    private static final long serialVersionUID = 1L;

    OwnCommittee() {
        super(
                403,
                "own-committee",
                "Own committee",
                "Who changed the committee after an application was first handed in may not decide it.");
    }
}

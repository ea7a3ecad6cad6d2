package org.homeward.grant.application;

import org.homeward.kit.web.Problem;

/** A member who voted would decide as well: refused whatever roles the person has. */
final class VoterDecides extends Problem {

    private static final long serialVersionUID = 1L;

    VoterDecides() {
        super(
                403,
                "voter-decides",
                "Voter decides",
                "Who voted on an application or declared an interest in it may not decide it.");
    }
}

package org.homeward.grant.application;

import org.homeward.kit.web.Problem;

/** Somebody without a seat in the committee would vote. */
final class NotAMember extends Problem {

    private static final long serialVersionUID = 1L;

    NotAMember() {
        super(
                403,
                "not-a-member",
                "Not a member",
                "Only members of the fund's committee vote on this application.");
    }
}

package org.homeward.grant.application;

import org.homeward.kit.web.Problem;

/** What the committee did not carry would be approved. */
final class NotCarried extends Problem {

    private static final long serialVersionUID = 1L;

    NotCarried() {
        super(
                409,
                "vote-not-carried",
                "Vote not carried",
                "The committee is not in favour: the application can be rejected or sent back, not approved.");
    }
}

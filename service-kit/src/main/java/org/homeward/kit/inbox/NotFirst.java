package org.homeward.kit.inbox;

import org.homeward.kit.web.Problem;

/** Events of an aggregate leave the parking place in their order only. */
public final class NotFirst extends Problem {

    private static final long serialVersionUID = 1L;

    public NotFirst() {
        super(
                409,
                "parked-not-first",
                "Not the first of its aggregate",
                "Earlier events of the same aggregate are parked: deal with the first one.");
    }
}

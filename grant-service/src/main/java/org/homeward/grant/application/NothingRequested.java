package org.homeward.grant.application;

import org.homeward.kit.web.Problem;

/** An application without an item is submitted. */
final class NothingRequested extends Problem {

    private static final long serialVersionUID = 1L;

    NothingRequested() {
        super(
                409,
                "nothing-requested",
                "Nothing requested",
                "An application needs at least one item before it is submitted.");
    }
}

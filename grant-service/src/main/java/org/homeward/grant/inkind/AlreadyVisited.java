package org.homeward.grant.inkind;

import org.homeward.kit.web.Problem;

/** One of the planned visits would be recorded twice. */
final class AlreadyVisited extends Problem {

    private static final long serialVersionUID = 1L;

    AlreadyVisited() {
        super(409, "already-visited", "Already visited", "This visit is recorded.");
    }
}

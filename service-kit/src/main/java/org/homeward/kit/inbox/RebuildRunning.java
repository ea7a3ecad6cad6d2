package org.homeward.kit.inbox;

import org.homeward.kit.web.Problem;

/** One rebuild of a projection at a time. */
public final class RebuildRunning extends Problem {

    private static final long serialVersionUID = 1L;

    public RebuildRunning() {
        super(
                409,
                "rebuild-running",
                "A rebuild is running",
                "The projection is being rebuilt already: wait until that is done.");
    }
}

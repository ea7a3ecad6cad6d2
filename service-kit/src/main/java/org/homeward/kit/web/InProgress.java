package org.homeward.kit.web;

import java.util.Map;

/** The same command still runs, or others keep changing the same records; worth trying again. */
public final class InProgress extends Problem {

    private static final long serialVersionUID = 1L;

    public InProgress() {
        super(
                409,
                "in-progress",
                "Still in progress",
                "The same command or another on the same records is still running: try again.",
                Map.of("retryAfter", 1));
    }
}

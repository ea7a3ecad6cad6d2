package org.homeward.kit.web;

import java.util.Map;

/** Something this answer depends on is away; nothing was lost and a later try may succeed. */
public final class Unavailable extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param seconds after which a try makes sense, sent as Retry-After
     */
    public Unavailable(String detail, int seconds) {
        super(503, "unavailable", "Unavailable", detail, Map.of("retryAfter", seconds));
    }
}

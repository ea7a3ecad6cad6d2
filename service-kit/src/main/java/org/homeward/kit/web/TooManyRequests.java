package org.homeward.kit.web;

import java.util.Map;

/** Somebody asks more often than the work needs, so that the answers could be collected. */
public final class TooManyRequests extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param seconds until the next call is let through, sent as Retry-After
     */
    public TooManyRequests(int seconds) {
        super(
                429,
                "too-many-requests",
                "Too many requests",
                "You have called this very often in a short time: wait before the next call.",
                Map.of("retryAfter", seconds));
    }
}

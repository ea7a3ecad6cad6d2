package org.homeward.kit.inbox;

import java.time.Instant;
import java.util.UUID;

/** A rebuilt projection is being put into its place; it takes seconds. */
final class GateClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID token;
    private final String shadow;
    private final Instant until;

    /**
     * @param token of the rebuild that closed it
     * @param shadow the collection that is to be put into place
     * @param until when it is given up
     */
    GateClosed(UUID token, String shadow, Instant until) {
        super("a projection is being put into its place", null, false, false);
        this.token = token;
        this.shadow = shadow;
        this.until = until;
    }

    UUID token() {
        return token;
    }

    String shadow() {
        return shadow;
    }

    Instant until() {
        return until;
    }
}

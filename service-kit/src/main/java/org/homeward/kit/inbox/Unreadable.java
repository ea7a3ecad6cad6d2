package org.homeward.kit.inbox;

/** A parked event still cannot be read. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Unreadable(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}

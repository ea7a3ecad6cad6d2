package org.homeward.kit.inbox;

/** A handler ended with an error of the machine that concerns this event only. */
final class HandlerBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Error error;

    HandlerBroken(Error error) {
        super(error);
        this.error = error;
    }

    Error error() {
        return error;
    }
}

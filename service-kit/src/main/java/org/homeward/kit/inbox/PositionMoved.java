package org.homeward.kit.inbox;

/** Somebody else has handled the same aggregate meanwhile: whoever gets this starts again. */
final class PositionMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PositionMoved() {
        super("another consumer moved the position first", null, false, false);
    }
}

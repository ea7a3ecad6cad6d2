package org.homeward.contracts;

/**
 * Something is no valid event. The reason says what is wrong and where, in words of the contract:
 * it never repeats what stood there, and has no cause that would, because it ends in logs.
 */
public final class MalformedEvent extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** With a reason that holds nothing of the data. */
    public MalformedEvent(String reason) {
        super(reason);
    }
}

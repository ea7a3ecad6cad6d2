package org.homeward.local;

/** A command cannot be done; the message is one line that says why and what to do. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}

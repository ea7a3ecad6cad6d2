package org.homeward.kit.web;

/** A command without Idempotency-Key. */
public final class KeyRequired extends Problem {

    private static final long serialVersionUID = 1L;

    public KeyRequired() {
        super(
                400,
                "key-required",
                "Idempotency-Key required",
                "Send the header Idempotency-Key, a new value for each command.");
    }
}

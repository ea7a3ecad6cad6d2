package org.homeward.kit.web;

/** An Idempotency-Key that is none. */
public final class KeyMalformed extends Problem {

    private static final long serialVersionUID = 1L;

    public KeyMalformed() {
        super(
                400,
                "key-malformed",
                "Idempotency-Key malformed",
                "Idempotency-Key is one text of 1 to 200 visible ASCII characters, best in double"
                        + " quotes.");
    }
}

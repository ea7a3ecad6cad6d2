package org.homeward.kit.web;

/** The same Idempotency-Key with another body. */
public final class KeyReused extends Problem {

    private static final long serialVersionUID = 1L;

    public KeyReused() {
        super(
                422,
                "key-reused",
                "Idempotency-Key reused",
                "This Idempotency-Key was used with another body: use a new key for another command.");
    }
}

package org.homeward.kit.sealing;

/** What the key sealed was erased for good; the caller shows the record as erased. */
public final class KeyDestroyed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyDestroyed() {
        super("the key of this record was destroyed", null, false, false);
    }
}

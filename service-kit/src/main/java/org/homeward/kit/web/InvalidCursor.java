package org.homeward.kit.web;

/** A cursor that this list did not give. */
public final class InvalidCursor extends Problem {

    private static final long serialVersionUID = 1L;

    public InvalidCursor() {
        super(
                400,
                "invalid-cursor",
                "Invalid cursor",
                "The cursor does not belong to this list: begin again without a cursor.");
    }
}

package org.homeward.kit.web;

import java.util.List;
import java.util.Map;

/** A body that can't be understood or breaks a rule that needs no database to see. */
public final class InvalidBody extends Problem {

    private static final long serialVersionUID = 1L;

    public InvalidBody(List<Violation> violations) {
        super(
                400,
                "invalid-body",
                "Invalid body",
                "Correct what the violations name and send it again.",
                Map.of("violations", List.copyOf(violations)));
    }

    public InvalidBody(String pointer, String message) {
        this(List.of(new Violation(pointer, message)));
    }
}

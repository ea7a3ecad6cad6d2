package org.homeward.kit.web;

import java.util.Map;

/** A part of the path, a query parameter or a header that has no such value. */
public final class InvalidParameter extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param parameter its name, never its value
     */
    public InvalidParameter(String parameter, String message) {
        super(
                400,
                "invalid-parameter",
                "Invalid parameter",
                parameter + ": " + message,
                Map.of("parameter", parameter));
    }
}

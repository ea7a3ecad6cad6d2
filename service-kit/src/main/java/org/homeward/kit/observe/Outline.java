package org.homeward.kit.observe;

import org.jspecify.annotations.Nullable;

/** An exception's classes and places without its messages, which can quote what a person wrote. */
final class Outline extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 10;

    private Outline(String name, @Nullable Throwable cause) {
        super(name, cause, false, true);
    }

    static Outline of(Throwable failure) {
        return of(failure, 0);
    }

    private static Outline of(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        Outline outline =
                new Outline(
                        failure.getClass().getName(),
                        cause == null || depth == DEEPEST ? null : of(cause, depth + 1));
        outline.setStackTrace(failure.getStackTrace());
        return outline;
    }
}

package org.homeward.story.disclosure;

import java.util.Map;
import org.homeward.kit.web.Problem;

/** Somebody asks so often that the answers could be used to find out what is in a file. */
final class TooManyTests extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param seconds until the next one
     */
    TooManyTests(int seconds) {
        super(
                429,
                "too-many-disclosure-tests",
                "Too many disclosure tests",
                "You have tested many texts in a short time: wait before the next one.",
                Map.of("retryAfter", seconds));
    }
}

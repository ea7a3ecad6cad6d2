package org.homeward.grant.people;

import java.util.Map;
import org.homeward.kit.web.Problem;

/** A programme that selects whom it helps would help somebody else. */
final class NotSelected extends Problem {

    private static final long serialVersionUID = 1L;

    NotSelected(String programme) {
        super(
                409,
                "not-selected",
                "Not selected",
                "The programme selects whom it helps, and this person is not among them.",
                Map.of("programme", programme));
    }
}

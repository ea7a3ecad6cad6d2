package org.homeward.story.editorial;

import java.util.Locale;
import java.util.Map;
import org.homeward.kit.web.Problem;

/** This review of the present text has been given. */
final class AlreadyReviewed extends Problem {

    private static final long serialVersionUID = 1L;

    AlreadyReviewed(Review review) {
        super(
                409,
                "already-reviewed",
                "Already reviewed",
                "This review has been given; a second one changes nothing.",
                Map.of("review", review.name().toLowerCase(Locale.ROOT)));
    }
}

package org.homeward.story.editorial;

import org.homeward.kit.web.Problem;

/** The author wants to review or test what she wrote; no second role makes that right. */
final class AuthorMayNotReview extends Problem {

    private static final long serialVersionUID = 1L;

    AuthorMayNotReview() {
        super(
                403,
                "author-may-not-review",
                "The author may not review",
                "Who wrote a story takes part in none of its reviews: somebody else has to.");
    }
}

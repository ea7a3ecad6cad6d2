package org.homeward.story.editorial;

import org.homeward.kit.web.Problem;

/** One person wants to give both reviews. */
final class SameReviewer extends Problem {

    private static final long serialVersionUID = 1L;

    SameReviewer() {
        super(
                403,
                "same-reviewer",
                "Both reviews by one person",
                "You have given the other review of this story: this one has to be somebody else's.");
    }
}

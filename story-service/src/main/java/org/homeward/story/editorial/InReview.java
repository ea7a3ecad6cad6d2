package org.homeward.story.editorial;

import java.time.Instant;
import org.homeward.contracts.story.StoryApproved;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.story.text.StoryText;
import org.jspecify.annotations.Nullable;

/**
 * A story before its two reviewers, who may come in any order.
 *
 * @param disclosure null until given
 * @param content null until given
 */
public record InReview(
        Profile profile,
        Secret<StoryText> text,
        @Nullable Approval disclosure,
        @Nullable Approval content)
        implements Story {

    /**
     * Takes a reviewer's yes; with the second one the text is frozen.
     *
     * @return still in review, or approved
     * @throws AuthorMayNotReview whatever other roles the author has
     * @throws SameReviewer when the other review is this person's too
     * @throws AlreadyReviewed when this review has been given
     */
    Decision<? extends Story> approve(Review review, String reviewer, Instant at) {
        admit(review, reviewer);
        var approval = new Approval(reviewer, at);
        var first = review == Review.DISCLOSURE ? approval : disclosure;
        var second = review == Review.CONTENT ? approval : content;
        if (first == null || second == null) {
            return Decision.of(new InReview(profile, text, first, second));
        }
        return Decision.of(
                new Approved(profile, text, text.open().hash(profile.setting()), first, second),
                new StoryApproved(profile.story()));
    }

    /**
     * Takes a reviewer's no: back to the author, and both reviews start anew.
     *
     * @throws AuthorMayNotReview whatever other roles the author has
     * @throws SameReviewer when the other review is this person's too
     * @throws AlreadyReviewed when this review has been given
     */
    Decision<Draft> sendBack(Review review, String reviewer, String reason, Instant at) {
        admit(review, reviewer);
        return Decision.of(
                new Draft(profile, text, new Returned(review, reviewer, Secret.of(reason), at)));
    }

    private void admit(Review review, String reviewer) {
        if (reviewer.equals(profile.author())) {
            throw new AuthorMayNotReview();
        }
        var given = review == Review.DISCLOSURE ? disclosure : content;
        if (given != null) {
            throw new AlreadyReviewed(review);
        }
        var other = review == Review.DISCLOSURE ? content : disclosure;
        if (other != null && reviewer.equals(other.reviewer())) {
            throw new SameReviewer();
        }
    }
}

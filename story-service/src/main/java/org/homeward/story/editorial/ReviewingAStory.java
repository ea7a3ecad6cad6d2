package org.homeward.story.editorial;

import static org.homeward.story.editorial.StoryRecords.STORIES;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Approve a story in one of its two reviews, or send it back")
class ReviewingAStory {

    private final Journal journal;

    ReviewingAStory(Journal journal) {
        this.journal = journal;
    }

    Receipt review(UUID id, Review review, ReviewStory body, Call call) {
        var reviewer = call.actor().subject();
        return journal.run(
                call,
                change -> {
                    var story = change.loadMatching(STORIES, id, call);
                    var inReview = story.state().as(InReview.class);
                    var decision =
                            switch (body.verdict()) {
                                case APPROVE -> inReview.approve(review, reviewer, change.now());
                                case RETURN ->
                                        inReview.sendBack(
                                                review, reviewer, body.givenReason(), change.now());
                            };
                    return Receipt.ok("/api/v1/stories/" + id, change.update(story, decision));
                });
    }
}

package org.homeward.story.editorial;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Hand a draft in for its two reviews")
class SubmittingAStory {

    private final Journal journal;

    SubmittingAStory(Journal journal) {
        this.journal = journal;
    }

    Receipt submit(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var story = OwnStories.load(change, id, call);
                    var decision = story.state().as(Draft.class).submit();
                    return Receipt.ok("/api/v1/stories/" + id, change.update(story, decision));
                });
    }
}

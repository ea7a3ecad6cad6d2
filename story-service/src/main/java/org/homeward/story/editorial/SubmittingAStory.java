package org.homeward.story.editorial;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;
import org.homeward.story.crowd.KnownGrants;

@UseCase("Hand a draft in for its two reviews")
class SubmittingAStory {

    private final Journal journal;
    private final KnownGrants grants;

    SubmittingAStory(Journal journal, KnownGrants grants) {
        this.journal = journal;
        this.grants = grants;
    }

    Receipt submit(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var story = OwnStories.load(change, id, call);
                    var draft = story.state().as(Draft.class);
                    var told = draft.profile();
                    var crowd = grants.around(told.region(), told.sector(), change);
                    var decision = draft.submit(crowd);
                    return Receipt.ok("/api/v1/stories/" + id, change.update(story, decision));
                });
    }
}

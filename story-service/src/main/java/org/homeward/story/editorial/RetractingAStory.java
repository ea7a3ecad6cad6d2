package org.homeward.story.editorial;

import static org.homeward.story.editorial.StoryRecords.NOTES;
import static org.homeward.story.editorial.StoryRecords.STORIES;

import java.util.UUID;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.Call;

@UseCase("Retract a public story by hand")
class RetractingAStory {

    private final Journal journal;
    private final Retraction retraction;

    RetractingAStory(Journal journal, Retraction retraction) {
        this.journal = journal;
        this.retraction = retraction;
    }

    Receipt retract(UUID id, RetractStory body, Call call) {
        return journal.run(
                call,
                change -> {
                    var stored = change.loadMatching(STORIES, id, call);
                    var story = stored.state().as(Published.class);
                    var note = UUID.randomUUID();
                    var after = retraction.of(change, stored, story, note);
                    change.create(
                            NOTES,
                            note,
                            Decision.of(new RetractionNote(id, Secret.of(body.reason()))));
                    return Receipt.ok("/api/v1/stories/" + id, after);
                });
    }
}

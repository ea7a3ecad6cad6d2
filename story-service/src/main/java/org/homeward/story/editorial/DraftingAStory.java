package org.homeward.story.editorial;

import static org.homeward.story.editorial.StoryRecords.STORIES;

import java.util.List;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.story.consent.Consents;

@UseCase("Draft a story")
class DraftingAStory {

    private final Journal journal;
    private final Illustrations illustrations;
    private final Consents consents;
    private final ProgrammeClock clock;

    DraftingAStory(
            Journal journal, Illustrations illustrations, Consents consents, ProgrammeClock clock) {
        this.journal = journal;
        this.illustrations = illustrations;
        this.consents = consents;
        this.clock = clock;
    }

    Receipt draft(DraftStory body, Call call) {
        var id = body.story();
        var content = body.content();
        content.mustFit(body.kind());
        var persons = content.portrayed();
        var text = content.text();
        return journal.run(
                call,
                change -> {
                    var profile =
                            new Profile(
                                    id,
                                    body.kind(),
                                    call.actor().subject(),
                                    content.programme(),
                                    content.region(),
                                    content.sector(),
                                    content.closes(),
                                    content.standsAt(),
                                    persons,
                                    illustrations.of(content.illustrated(), id, change),
                                    List.of());
                    profile.mayBeWritten(
                            consents.knownToWrite(change, profile.consents()), clock.today());
                    return Receipt.created(
                            "/api/v1/stories/" + id,
                            change.create(STORIES, id, Draft.begin(profile, text)));
                });
    }
}

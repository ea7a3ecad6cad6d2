package org.homeward.story.editorial;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.StateConflict;
import org.homeward.story.consent.Consents;

@UseCase("Change a story that is not public; an approved one becomes a draft again")
class RevisingAStory {

    private final Journal journal;
    private final Illustrations illustrations;
    private final Consents consents;
    private final ProgrammeClock clock;

    RevisingAStory(
            Journal journal, Illustrations illustrations, Consents consents, ProgrammeClock clock) {
        this.journal = journal;
        this.illustrations = illustrations;
        this.consents = consents;
        this.clock = clock;
    }

    Receipt revise(UUID id, StoryContent content, Call call) {
        var persons = content.portrayed();
        var text = content.text();
        return journal.run(
                call,
                change -> {
                    var story = OwnStories.load(change, id, call);
                    content.mustFit(story.state().profile().kind());
                    var profile =
                            story.state()
                                    .profile()
                                    .with(
                                            content.programme(),
                                            content.region(),
                                            content.sector(),
                                            content.closes(),
                                            content.standsAt(),
                                            persons,
                                            illustrations.of(content.illustrated(), id, change));
                    var decision =
                            switch (story.state()) {
                                case Draft draft -> draft.revise(profile, text);
                                case Approved approved -> approved.revise(profile, text);
                                case InReview _, Published _, Retracted _, Erased _ ->
                                        throw new StateConflict(story.state().stateName());
                            };
                    profile.mayBeWritten(
                            consents.knownToWrite(change, profile.consents()), clock.today());
                    return Receipt.ok(call.path(), change.update(story, decision));
                });
    }
}

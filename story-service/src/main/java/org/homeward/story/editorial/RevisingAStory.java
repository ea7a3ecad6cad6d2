package org.homeward.story.editorial;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;
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

    /**
     * Where somebody is left out who was in it, what was written before can't be read any more: no
     * old back-up of the data tells it beside the newest vault.
     *
     * @throws InvalidBody when something belongs to another kind, words of a story name nobody, or
     *     somebody comes into it out of which too many were left
     * @throws StateConflict while it is reviewed, and once it was public
     * @throws ConsentMissing when somebody in it has said no, or does not agree any more
     */
    Receipt revise(UUID id, StoryContent content, Call call) {
        var persons = content.portrayed();
        var text = content.text();
        return journal.run(
                call,
                change -> {
                    var story = OwnStories.load(change, id, call);
                    content.mustFit(story.state().profile().kind());
                    var before = story.state().profile();
                    var profile =
                            before.with(
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
                    profile.mustNameFew(before);
                    if (profile.leavesOut(before)) {
                        change.renewKey(id);
                    }
                    return Receipt.ok(call.path(), change.update(story, decision));
                });
    }
}

package org.homeward.story.editorial;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.StateConflict;

@UseCase("Change a story that is not public; an approved one becomes a draft again")
class RevisingAStory {

    private final Journal journal;
    private final Illustrations illustrations;

    RevisingAStory(Journal journal, Illustrations illustrations) {
        this.journal = journal;
        this.illustrations = illustrations;
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
                    return Receipt.ok(call.path(), change.update(story, decision));
                });
    }
}

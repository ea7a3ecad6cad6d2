package org.homeward.story.lead;

import static org.homeward.story.editorial.StoryRecords.STORIES;
import static org.homeward.story.lead.LeadRecords.LEADS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;
import org.homeward.story.editorial.Draft;
import org.homeward.story.editorial.Profile;
import org.homeward.story.text.StoryText;

@UseCase("Begin a story from a lead, or dismiss it")
class AnsweringALead {

    private final Journal journal;
    private final Aggregates aggregates;
    private final KnownPeople people;

    AnsweringALead(Journal journal, Aggregates aggregates, KnownPeople people) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.people = people;
    }

    /**
     * The draft has the lead's programme, which never leaves the service, and nothing else of it:
     * whether district or sector may be told is for its author to think about. The audit keeps each
     * under a command of its own, and the answer, which names the draft, with the draft: it is
     * created first.
     */
    Receipt takeUp(UUID id, UUID story, Call call) {
        return journal.run(
                call,
                change -> {
                    var lead = load(change, id, call);
                    var open = lead.state().open();
                    var author = call.actor().subject();
                    var profile =
                            new Profile(
                                    story,
                                    StoryKind.STORY,
                                    author,
                                    open.programme(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    List.of(),
                                    List.of(),
                                    List.of());
                    var draft = Draft.begin(profile, StoryText.of(Map.of(), Map.of()));
                    var created = change.create(STORIES, story, draft);
                    change.causedBy(call.origin()).update(lead, open.takeUp());
                    return Receipt.created("/api/v1/stories/" + story, created);
                });
    }

    Receipt dismiss(UUID id, Lead.Reason reason, Call call) {
        return journal.run(
                call,
                change -> {
                    var lead = load(change, id, call);
                    var decision = lead.state().open().dismiss(reason);
                    return Receipt.ok(LeadController.path(id), change.update(lead, decision));
                });
    }

    private Stored<Lead> load(Change change, UUID id, Call call) {
        var lead = aggregates.find(LEADS, id, call.scope()).orElseThrow(people::noLead);
        people.requireToBeAsked(lead.state());
        return change.loadMatching(LEADS, id, call);
    }
}

package org.homeward.story.lead;

import static org.homeward.story.lead.LeadRecords.LEADS;
import static org.homeward.story.lead.LeadRecords.OPEN;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

@UseCase("See who might have a story to tell")
class ReadingLeads {

    private final Aggregates aggregates;
    private final KnownPeople people;
    private final AccessLog accesses;

    ReadingLeads(Aggregates aggregates, KnownPeople people, AccessLog accesses) {
        this.aggregates = aggregates;
        this.people = people;
        this.accesses = accesses;
    }

    /** Those that wait; a part may be shorter than asked for where somebody is not to be asked. */
    Page<Stored<Lead>> list(Scope scope, PageRequest page) {
        var found = aggregates.list(LEADS, new Document("state._class", OPEN), scope, page);
        var shown =
                Set.copyOf(
                        people.toBeAsked(
                                found.items().stream().map(lead -> lead.state().open()).toList()));
        return new Page<>(
                found.items().stream().filter(lead -> shown.contains(lead.state().open())).toList(),
                found.next());
    }

    /**
     * One with the person's id, as long as it waits: whoever looks at it is recorded with her.
     *
     * @throws NotFound also when she is not to be asked
     */
    Stored<Lead> read(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var lead = aggregates.find(LEADS, id, scope).orElseThrow(people::noLead);
        people.requireToBeAsked(lead.state());
        if (lead.state() instanceof Lead.Open open) {
            accesses.record(actor, purpose, LEADS.name(), List.of(open.beneficiary()));
        }
        return lead;
    }
}

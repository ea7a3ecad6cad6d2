package org.homeward.story.lead;

import static org.homeward.story.lead.LeadRecords.LEADS;
import static org.homeward.story.lead.LeadRecords.OPEN;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes the leads whose person is not to be asked, so that they forget her: she took her consent
 * back, it ran out, she dropped out, or no ordinary programme ever selected her. Editors do not
 * depend on it. Not before a week is over: facts come in any order. Any number of instances may do
 * it at once.
 */
@Component
class LapsingLeads {

    private static final int AT_ONCE = 100;

    private final Aggregates aggregates;
    private final Journal journal;
    private final KnownPeople people;
    private final ProgrammeClock clock;
    private final Alarms alarms;

    LapsingLeads(
            Aggregates aggregates,
            Journal journal,
            KnownPeople people,
            ProgrammeClock clock,
            Alarms alarms) {
        this.aggregates = aggregates;
        this.journal = journal;
        this.people = people;
        this.clock = clock;
        this.alarms = alarms;
    }

    @Scheduled(fixedDelayString = "${homeward.story.lapsing-leads-every:PT10M}")
    void close() {
        var waiting =
                new Document("state._class", OPEN)
                        .append(
                                "state.about.handedOver",
                                new Document(
                                        "$lt",
                                        clock.today().minusDays(Lead.DAYS_OF_NEWS).toString()));
        String cursor = null;
        do {
            cursor = closeSome(waiting, cursor);
        } while (cursor != null);
    }

    /** Where the next ones are. */
    private @Nullable String closeSome(Document waiting, @Nullable String cursor) {
        var page =
                aggregates.list(
                        LEADS, waiting, Scope.everything(), new PageRequest(AT_ONCE, cursor));
        var leads = page.items();
        var over =
                Set.copyOf(
                        people.notToBeAsked(
                                leads.stream().map(lead -> lead.state().open()).toList()));
        leads.stream().filter(lead -> over.contains(lead.state().open())).forEach(this::lapse);
        return page.next();
    }

    private void lapse(Stored<Lead> lead) {
        try {
            journal.<Boolean>inTransaction(
                    Origin.system("lead lapsed", UUID.randomUUID()),
                    change -> {
                        var stored = change.find(LEADS, lead.id()).orElseThrow();
                        // asked again: news may have come since the page was read
                        if (stored.state() instanceof Lead.Open open
                                && !people.notToBeAsked(List.of(open)).isEmpty()) {
                            change.update(stored, open.lapse());
                        }
                        return true;
                    });
        } catch (RuntimeException failure) {
            alarms.raise("lapsed-lead", "lead " + lead.id() + " still names somebody", failure);
        }
    }
}

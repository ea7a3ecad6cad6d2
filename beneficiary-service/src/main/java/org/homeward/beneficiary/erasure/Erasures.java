package org.homeward.beneficiary.erasure;

import static org.homeward.beneficiary.erasure.ErasureTypes.ERASURE;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.hold.Holds;
import org.homeward.beneficiary.hold.LegalHold;
import org.homeward.beneficiary.hold.PeopleOfProgrammes;
import org.homeward.kit.inbox.Freshness;
import org.homeward.kit.journal.Change;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Unavailable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** What erasures offer to whoever finds out that a file is not needed any more. */
@Component
public final class Erasures {

    /** So long a refusal counts for the same reason. */
    private static final Duration REFUSED_FOR = Duration.ofDays(365);

    private static final String RUNNING_GRANT = "RUNNING_GRANT";
    private static final String GRANTS = "homeward.grant.v1";
    private static final int TRY_AGAIN = 5;

    private final Holds holds;
    private final PeopleOfProgrammes people;
    private final Freshness freshness;
    private final ProgrammeClock clock;

    Erasures(
            Holds holds,
            PeopleOfProgrammes people,
            Freshness freshness,
            MongoTemplate template,
            ProgrammeClock clock) {
        this.holds = holds;
        this.people = people;
        this.freshness = freshness;
        this.clock = clock;
        // two may ask at once and both find none: the database has the last word
        template.getDb()
                .getCollection(ERASURE.collection())
                .createIndex(
                        Indexes.ascending(ErasureTypes.BENEFICIARY),
                        new IndexOptions()
                                .name("one-open")
                                .unique(true)
                                .partialFilterExpression(
                                        Filters.in(
                                                ErasureTypes.STATE,
                                                ErasureTypes.ASKED,
                                                ErasureTypes.ORDERED)));
    }

    /**
     * Before a change that rests on a person having no grant, and no application, but those that
     * are known here. A change sees the database as it was at its first read, so this is asked
     * before that one: then what it sees is at least as new as the answer.
     *
     * @throws Unavailable while news of any grant may be under way, or is parked: it may be hers
     */
    public void requireGrantsKnown() {
        if (!freshness.isCurrent(GRANTS)) {
            throw new Unavailable(
                    "News of grants may be under way: nobody's file is given up now.", TRY_AGAIN);
        }
    }

    /**
     * Why an erasure of hers would be refused now, in words for programs; empty when for nothing.
     */
    public List<String> because(Change change, UUID person) {
        return because(holds.on(change, person), change, person);
    }

    /** The same for who erases with this change: no hold is placed unseen beside it. */
    List<String> lastly(Change change, UUID person) {
        return because(holds.lastly(change, person), change, person);
    }

    /** Whether this person let go of what would keep her file today. */
    boolean isLetGoBy(String subject, Change change, UUID person) {
        return holds.isLiftedBy(subject, change, person);
    }

    /**
     * A grant that is not closed counts as well: she waits for something yet, and its money is not
     * accounted for.
     */
    private List<String> because(Collection<LegalHold.Terms> held, Change change, UUID person) {
        var because = new TreeSet<String>();
        held.forEach(hold -> because.add(hold.reason().name()));
        if (people.hasRunningGrant(change, person)) {
            because.add(RUNNING_GRANT);
        }
        return List.copyOf(because);
    }

    /**
     * Whether one waits, was carried out, or was refused within a year when it was asked for the
     * same reason: that the time to keep her file is over.
     */
    public boolean isAskedFor(Change change, UUID person) {
        var now = clock.instant();
        return change.findAll(ERASURE, new Document(ErasureTypes.BENEFICIARY, person)).stream()
                .anyMatch(erasure -> counts(erasure.state(), now));
    }

    private static boolean counts(Erasure erasure, Instant now) {
        return !(erasure instanceof Erasure.Refused refused)
                || (refused.request().reason() == Erasure.Reason.RETENTION_ENDED
                        && refused.at().plus(REFUSED_FOR).isAfter(now));
    }

    /**
     * Asks for one, because the time to keep her file is over.
     *
     * @param setBy subject of who said how long that is: another carries it out
     */
    public void ask(Change change, UUID person, String setBy) {
        var id = UUID.randomUUID();
        change.create(
                ERASURE,
                id,
                Erasure.ask(
                        new Erasure.Request(
                                id,
                                person,
                                Erasure.Reason.RETENTION_ENDED,
                                setBy,
                                clock.instant())));
    }
}

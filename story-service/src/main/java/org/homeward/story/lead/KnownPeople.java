package org.homeward.story.lead;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.homeward.kit.inbox.Projection;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Unavailable;
import org.homeward.story.consent.ConsentGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Whom the editors may think of asking: somebody who lets the programme work with her, and who was
 * selected by the programme that gave the grant. Programmes against trafficking and for health
 * select nobody by rank, so none of their people is ever proposed. It fails closed, and is found
 * out at every reading anew.
 */
@Component
class KnownPeople {

    static final String COLLECTION = "people";
    private static final int TRY_AGAIN = 5;

    private final MongoOperations mongo;
    private final ConsentGuard guard;
    private final ProgrammeClock clock;

    KnownPeople(MongoOperations mongo, ConsentGuard guard, ProgrammeClock clock) {
        this.mongo = mongo;
        this.guard = guard;
        this.clock = clock;
    }

    private enum Verdict {
        MAY_BE_ASKED,
        /** As far as is known; news may be under way. */
        NOT_KNOWN,
        NOT_TO_BE_ASKED
    }

    /** Those leads whose person may be asked, as far as that is certain now. */
    List<Lead.Open> toBeAsked(List<Lead.Open> leads) {
        var verdicts = judge(leads);
        return leads.stream().filter(lead -> verdicts.get(lead) == Verdict.MAY_BE_ASKED).toList();
    }

    /** Those whose person is not to be asked. */
    List<Lead.Open> notToBeAsked(List<Lead.Open> leads) {
        var verdicts = judge(leads);
        return leads.stream()
                .filter(lead -> verdicts.get(lead) == Verdict.NOT_TO_BE_ASKED)
                .toList();
    }

    /**
     * Asked beside the change of a command, not in it: the change sees the database as it was when
     * it began, and would miss a withdrawal that has arrived since.
     *
     * @throws NotFound when nobody is to be asked: as if there were no lead
     * @throws Unavailable when she might be, but news of her consent may be under way
     */
    void requireToBeAsked(Lead lead) {
        if (lead instanceof Lead.Open open) {
            switch (Objects.requireNonNull(judge(List.of(open)).get(open))) {
                case MAY_BE_ASKED -> {}
                case NOT_KNOWN ->
                        throw new Unavailable(
                                "News of the person's consent may be under way: nothing rests on"
                                        + " it now.",
                                TRY_AGAIN);
                case NOT_TO_BE_ASKED -> throw new NotFound();
            }
        }
    }

    /**
     * There is no lead: as much is asked of the database as for one whose person is not to be
     * asked.
     */
    NotFound noLead() {
        judge(List.of());
        return new NotFound();
    }

    /** Nothing more is asked for the sake of who is not to be asked. */
    private Map<Lead.Open, Verdict> judge(List<Lead.Open> leads) {
        var persons = leads.stream().map(Lead.Open::beneficiary).toList();
        var before = find(persons);
        var current =
                guard.current(
                        leads.stream()
                                .flatMap(
                                        lead ->
                                                allowing(lead, before.get(lead.beneficiary()))
                                                        .stream())
                                .collect(Collectors.toSet()));
        // read after it was asked what is current: so it is at least as new as that answer
        var known = find(persons);
        return leads.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                lead -> verdict(lead, known.get(lead.beneficiary()), current)));
    }

    private Verdict verdict(Lead.Open lead, @Nullable KnownPerson person, Set<UUID> current) {
        var consents = allowing(lead, person);
        if (consents.isEmpty()) {
            return Verdict.NOT_TO_BE_ASKED;
        }
        return Collections.disjoint(consents, current) ? Verdict.NOT_KNOWN : Verdict.MAY_BE_ASKED;
    }

    /** The consents by which she may be asked. */
    private Set<UUID> allowing(Lead.Open lead, @Nullable KnownPerson person) {
        return person == null || !person.isSelectedBy(lead.programme())
                ? Set.of()
                : person.consentsInForce(clock.today());
    }

    private Map<UUID, KnownPerson> find(Collection<UUID> people) {
        return mongo.find(query(where("_id").in(people)), KnownPerson.class, COLLECTION).stream()
                .collect(Collectors.toMap(KnownPerson::id, Function.identity()));
    }

    /**
     * @param until the last day; null for no end
     */
    void consents(Projection known, UUID beneficiary, UUID consent, @Nullable LocalDate until) {
        var validity = until == null ? new Document() : new Document("until", until.toString());
        known.upsert(beneficiary, Updates.set("consents." + consent, validity));
    }

    void takesBack(Projection known, UUID beneficiary, UUID consent) {
        known.upsert(beneficiary, Updates.unset("consents." + consent));
    }

    void isSelected(Projection known, UUID beneficiary, UUID place, String programme) {
        known.upsert(beneficiary, Updates.set("places." + place, programme));
    }

    /** Whom nothing is known of any more, whatever facts of before say later. */
    void forgets(Projection known, UUID beneficiary) {
        known.erase(beneficiary);
    }

    void dropsOut(Projection known, UUID beneficiary, UUID place) {
        known.upsert(beneficiary, Updates.unset("places." + place));
    }
}

package org.homeward.grant.people;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.homeward.kit.inbox.Freshness;
import org.homeward.kit.inbox.Projection;
import org.homeward.kit.journal.Change;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Who is known by event, for the rules of other features. What is said of a consent fails closed:
 * while news of it may be under way, nothing rests on it.
 */
@Component
public final class People {

    static final String COLLECTION = "people";
    static final String PROGRAMMES = "programmes";
    private static final String TOPIC = "homeward.consent.v1";
    private static final String CONSENT = "consent";
    private static final String EVER_SELECTED_FOR = "ever_selected_for";
    private static final String CODE = "code";
    private static final int TRY_AGAIN = 5;

    private final MongoOperations mongo;
    private final Freshness freshness;
    private final ProgrammeClock clock;

    People(MongoOperations mongo, Freshness freshness, ProgrammeClock clock) {
        this.mongo = mongo;
        this.freshness = freshness;
        this.clock = clock;
        mongo.getCollection(COLLECTION).createIndex(Indexes.ascending(EVER_SELECTED_FOR));
    }

    /**
     * Somebody who is registered within this scope.
     *
     * @throws BeneficiaryUnknown when there is none; one query and one answer, whether nothing is
     *     known or the person is out of scope
     */
    public Person known(Change change, UUID beneficiary, Scope scope) {
        return find(change.mongo(), beneficiary, scope)
                .map(People::person)
                .orElseThrow(BeneficiaryUnknown::new);
    }

    /**
     * Asked beside the change of a command, not in it: the change sees the database as it was when
     * it began, and would miss a withdrawal that has arrived since.
     *
     * @param programme that would help; one of which no selection is known, or each that it opened
     *     was withdrawn because the programme does not select, helps whoever consents
     * @throws ConsentMissing when the person's consent to case management is not in force today
     * @throws Unavailable when it was, but news of it may be under way
     * @throws NotSelected when the programme selects, and the person holds no place
     */
    public void requireEligible(UUID beneficiary, String programme) {
        requireConsent(beneficiary);
        if (selects(programme) && !selectedFor(beneficiary).contains(programme)) {
            throw new NotSelected(programme);
        }
    }

    /**
     * Before anything that was written of the person is read. Nobody is written of here who had not
     * said yes: without a yes today she took it back, let it run out or is erased.
     *
     * @throws ConsentMissing when the person's consent to case management is not in force today
     * @throws Unavailable when it was, but news of it may be under way
     */
    public void requireConsent(UUID beneficiary) {
        if (!consentInForce(beneficiary)) {
            throw new ConsentMissing();
        }
    }

    /**
     * Those of these people of whom nothing is shown in a list, which goes on: who has not agreed
     * today, or of whose consent news may be under way.
     */
    public Set<UUID> closedAmong(Collection<UUID> beneficiaries) {
        var asked =
                consentsInForce(beneficiaries).values().stream()
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet());
        var current = freshness.current(TOPIC, CONSENT, asked);
        var closed = new HashSet<>(beneficiaries);
        // read after it was asked what is current, as of one person
        consentsInForce(beneficiaries)
                .forEach(
                        (beneficiary, inForce) -> {
                            if (!Collections.disjoint(inForce, current)) {
                                closed.remove(beneficiary);
                            }
                        });
        return closed;
    }

    private Map<UUID, Set<UUID>> consentsInForce(Collection<UUID> beneficiaries) {
        var query =
                Query.query(
                        Criteria.where("_id").in(beneficiaries).and(Projection.ERASED).ne(true));
        return mongo.find(query, KnownPerson.class, COLLECTION).stream()
                .collect(
                        Collectors.toMap(
                                KnownPerson::id, known -> known.consentsInForce(clock.today())));
    }

    /**
     * A grant names its programme beside a person, for ever and for everybody who reads the topic:
     * so there is none by a programme that was not told of, and those against trafficking and for
     * health never are.
     *
     * @throws ProgrammeUnknown when no such programme was told of
     */
    public void requireTold(Change change, String programme) {
        var told = Criteria.where("_id").is(idOf(programme)).and(CODE).is(programme);
        if (!change.mongo().exists(Query.query(told), PROGRAMMES)) {
            throw new ProgrammeUnknown();
        }
    }

    /** Who can't judge the case of this person. */
    public Ties ties(Change change, UUID beneficiary) {
        return ties(change.mongo(), beneficiary);
    }

    /** As far as is known now, outside a command. */
    public Ties ties(UUID beneficiary) {
        return ties(mongo, beneficiary);
    }

    /** The same of many; who is not known has none. */
    public Map<UUID, Ties> ties(List<UUID> beneficiaries) {
        var query = Query.query(Criteria.where("_id").in(beneficiaries));
        return mongo.find(query, KnownPerson.class, COLLECTION).stream()
                .collect(Collectors.toMap(KnownPerson::id, KnownPerson::ties));
    }

    private static Ties ties(MongoOperations mongo, UUID beneficiary) {
        return find(mongo, beneficiary, null).map(KnownPerson::ties).orElse(Ties.NONE);
    }

    /** Somebody who is registered within this scope and was not erased: one query. */
    public boolean isKnown(UUID beneficiary, Scope scope) {
        return find(mongo, beneficiary, scope).isPresent();
    }

    /** Whether nothing but her id is known of her any more. */
    public boolean isErased(UUID beneficiary) {
        return mongo.exists(
                Query.query(Criteria.where("_id").is(beneficiary).and(Projection.ERASED).is(true)),
                COLLECTION);
    }

    /**
     * @throws Unavailable as {@link #requireEligible}
     */
    Eligibility eligibility(UUID beneficiary, Scope scope) {
        return find(mongo, beneficiary, scope)
                .map(_ -> new Eligibility(true, consentInForce(beneficiary)))
                .orElse(Eligibility.NOTHING_KNOWN);
    }

    private boolean consentInForce(UUID beneficiary) {
        var current = freshness.current(TOPIC, CONSENT, consentsInForce(beneficiary));
        // read after it was asked what is current: so it is at least as new as that answer
        var inForce = consentsInForce(beneficiary);
        if (!inForce.isEmpty() && Collections.disjoint(inForce, current)) {
            throw new Unavailable(
                    "News of the person's consent may be under way: nothing rests on it now.",
                    TRY_AGAIN);
        }
        return !inForce.isEmpty();
    }

    private Set<UUID> consentsInForce(UUID beneficiary) {
        return find(mongo, beneficiary, null)
                .map(known -> known.consentsInForce(clock.today()))
                .orElse(Set.of());
    }

    /** As an opening may be late or lost, a place that anybody had tells it as well. */
    private boolean selects(String programme) {
        var opened = Criteria.where("_id").is(idOf(programme)).and("rounds.0").exists(true);
        return mongo.exists(Query.query(opened), PROGRAMMES)
                || mongo.exists(
                        Query.query(Criteria.where(EVER_SELECTED_FOR).is(programme)), COLLECTION);
    }

    private List<String> selectedFor(UUID beneficiary) {
        return find(mongo, beneficiary, null).map(KnownPerson::selectedFor).orElse(List.of());
    }

    /** Where the person lives and who serves them, from now on. */
    void belongs(Projection known, UUID beneficiary, String organisation, String district) {
        known.upsert(
                beneficiary,
                Updates.combine(
                        Updates.set("organisation", organisation),
                        Updates.set("district", district)));
    }

    /**
     * @param until the last day; null for no end
     */
    void consents(Projection known, UUID beneficiary, UUID consent, @Nullable LocalDate until) {
        var validity = until == null ? new Document() : new Document("until", until.toString());
        known.upsert(beneficiary, Updates.set(field(consent), validity));
    }

    void takesBack(Projection known, UUID beneficiary, UUID consent) {
        known.upsert(beneficiary, Updates.unset(field(consent)));
    }

    /**
     * @param pseudonym of a member of staff who has the case or assesses it; one who had it still
     *     knows it
     */
    void works(Projection known, UUID beneficiary, UUID pseudonym) {
        known.upsert(beneficiary, Updates.addToSet("staff", pseudonym));
    }

    void joins(Projection known, UUID beneficiary, UUID household) {
        known.upsert(beneficiary, Updates.addToSet("households", household));
    }

    /** Whom nothing is known of any more, whatever facts of before say later. */
    void forgets(Projection known, UUID beneficiary) {
        known.erase(beneficiary);
    }

    void opens(Projection programmes, String programme) {
        programmes.upsert(idOf(programme), Updates.set(CODE, programme));
    }

    void selects(Projection programmes, UUID round, String programme) {
        programmes.upsert(idOf(programme), Updates.addToSet("rounds", round));
    }

    void selectsNot(Projection programmes, UUID round, String programme) {
        programmes.upsert(idOf(programme), Updates.pull("rounds", round));
    }

    void isSelected(Projection known, UUID beneficiary, UUID place, String programme) {
        known.upsert(
                beneficiary,
                Updates.combine(
                        Updates.set(place(place), programme),
                        Updates.addToSet(EVER_SELECTED_FOR, programme)));
    }

    void dropsOut(Projection known, UUID beneficiary, UUID place) {
        known.upsert(beneficiary, Updates.unset(place(place)));
    }

    private static String field(UUID consent) {
        return "consents." + consent;
    }

    private static String place(UUID place) {
        return "places." + place;
    }

    private static UUID idOf(String programme) {
        return UUID.nameUUIDFromBytes(programme.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param scope null for what the service asks for itself
     */
    private static Optional<KnownPerson> find(
            MongoOperations mongo, UUID beneficiary, @Nullable Scope scope) {
        var query = byId(beneficiary);
        if (scope != null) {
            query.addCriteria(
                    scope.organisation() == null
                            ? Criteria.where("organisation").exists(true)
                            : Criteria.where("organisation").is(scope.organisation()));
            if (scope.districts() != null) {
                query.addCriteria(Criteria.where("district").in(scope.districts()));
            }
        }
        return Optional.ofNullable(mongo.findOne(query, KnownPerson.class, COLLECTION));
    }

    private static Query byId(UUID beneficiary) {
        return Query.query(Criteria.where("_id").is(beneficiary).and(Projection.ERASED).ne(true));
    }

    private static Person person(KnownPerson known) {
        if (known.organisation() == null || known.district() == null) {
            throw new BeneficiaryUnknown();
        }
        return new Person(known.id(), known.organisation(), known.district());
    }
}

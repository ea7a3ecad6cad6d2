package org.homeward.beneficiary.household;

import static org.homeward.beneficiary.household.HouseholdTypes.HOUSEHOLD;
import static org.homeward.beneficiary.household.HouseholdTypes.PLAIN_MEMBER;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.beneficiary.household.Household.Kept;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.beneficiary.registration.PersonalData;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Which household a beneficiary lives in, and who else does. */
@Component
public final class Households {

    private static final String BENEFICIARIES = "state.beneficiaries";

    private final Aggregates aggregates;
    private final ProgrammeClock clock;

    Households(MongoTemplate template, Aggregates aggregates, ProgrammeClock clock) {
        this.aggregates = aggregates;
        this.clock = clock;
        // two commands at once may both find nobody: the database has the last word
        template.getDb()
                .getCollection(HOUSEHOLD.collection())
                .createIndex(
                        Indexes.ascending(BENEFICIARIES),
                        new IndexOptions().name("one-household").unique(true).sparse(true));
    }

    /** By which a selection parts who is equal otherwise; empty for who lives in none we know. */
    public Optional<DependencyRatio> dependencyRatio(UUID beneficiary) {
        return of(beneficiary)
                .map(household -> Member.ratio(members(household.state().kept(), clock.today())));
    }

    Optional<Stored<Household>> of(UUID beneficiary) {
        var hers = new Document(BENEFICIARIES, beneficiary);
        return aggregates
                .list(HOUSEHOLD, hers, Scope.everything(), new PageRequest(1, null))
                .items()
                .stream()
                .findFirst();
    }

    Optional<Stored<Household>> of(Change change, UUID beneficiary) {
        var hers = Query.query(Criteria.where(BENEFICIARIES).is(beneficiary));
        hers.fields().include("_id");
        return Optional.ofNullable(
                        change.mongo().findOne(hers, Document.class, HOUSEHOLD.collection()))
                .flatMap(found -> change.find(HOUSEHOLD, found.get("_id", UUID.class)));
    }

    /** All whose data can still be read, in the order they were named in. */
    List<Member> members(Kept household, LocalDate today) {
        var files = readable(BENEFICIARY, household.beneficiaries(), Beneficiary::person);
        var others = readable(PLAIN_MEMBER, household.others(), PlainMember::person);
        return Stream.concat(
                        household.circumstances().open().residents().stream()
                                .filter(resident -> files.containsKey(resident.beneficiary()))
                                .map(resident -> resident(resident, files, today)),
                        household.others().stream()
                                .filter(others::containsKey)
                                .map(id -> other(id, others, today)))
                .toList();
    }

    private <A, P> Map<UUID, P> readable(
            AggregateType<A> type, List<UUID> ids, Function<A, Secret<P>> person) {
        return aggregates.findAll(type, ids, Scope.everything()).stream()
                .filter(found -> person.apply(found.state()).isReadable())
                .collect(Collectors.toMap(Stored::id, found -> person.apply(found.state()).open()));
    }

    private static Member resident(
            Circumstances.Resident resident, Map<UUID, PersonalData> files, LocalDate today) {
        var id = resident.beneficiary();
        var birth = Objects.requireNonNull(files.get(id)).birth();
        return new Member(id, null, resident.standing(), birth.bandOn(today));
    }

    private static Member other(UUID id, Map<UUID, PlainMember.Person> others, LocalDate today) {
        var person = Objects.requireNonNull(others.get(id));
        return new Member(id, person, person.standing(), person.birth().bandOn(today));
    }
}

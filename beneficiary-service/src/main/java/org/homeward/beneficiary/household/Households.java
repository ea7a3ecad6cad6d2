package org.homeward.beneficiary.household;

import static org.homeward.beneficiary.household.HouseholdTypes.CIRCUMSTANCES;
import static org.homeward.beneficiary.household.HouseholdTypes.HOUSEHOLD;
import static org.homeward.beneficiary.household.HouseholdTypes.PLAIN_MEMBER;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.beneficiary.household.Circumstances.Resident;
import org.homeward.beneficiary.household.Household.Kept;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.beneficiary.registration.PersonalData;
import org.homeward.beneficiary.selection.HouseholdDependency;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.sealing.SealBroken;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Which household a beneficiary lives in, and who else does. */
@Component
public final class Households implements HouseholdDependency {

    static final String BENEFICIARIES = "state.beneficiaries";

    private final MongoTemplate template;
    private final Aggregates aggregates;
    private final ProgrammeClock clock;

    Households(MongoTemplate template, Aggregates aggregates, ProgrammeClock clock) {
        this.template = template;
        this.aggregates = aggregates;
        this.clock = clock;
        // two commands at once may both find nobody: the database has the last word
        template.getDb()
                .getCollection(HOUSEHOLD.collection())
                .createIndex(
                        Indexes.ascending(BENEFICIARIES),
                        new IndexOptions().name("one-household").unique(true).sparse(true));
    }

    /**
     * What can't be read is read once more: it may have been replaced between two queries.
     *
     * @throws HouseholdUnreadable when it can't be read then either
     */
    @Override
    public Map<UUID, Integer> perThousandEarners(Collection<UUID> people) {
        var ratios = new HashMap<UUID, Integer>();
        var unread = read(people, ratios);
        if (!unread.isEmpty()) {
            unread = read(unread, ratios);
        }
        if (!unread.isEmpty()) {
            throw new HouseholdUnreadable(unread);
        }
        ratios.keySet().retainAll(people);
        return ratios;
    }

    /**
     * @return those of these people who live in a household and have no ratio
     */
    private Set<UUID> read(Collection<UUID> people, Map<UUID, Integer> ratios) {
        var ids = new ArrayList<UUID>();
        var living = new HashSet<UUID>();
        for (var found :
                template.getDb()
                        .getCollection(HOUSEHOLD.collection())
                        .find(Filters.in(BENEFICIARIES, people))
                        .projection(Projections.include(BENEFICIARIES))) {
            ids.add(found.get("_id", UUID.class));
            living.addAll(found.get("state", Document.class).getList("beneficiaries", UUID.class));
        }
        var households =
                aggregates.findAll(HOUSEHOLD, ids, Scope.everything()).stream()
                        .map(Stored::state)
                        .filter(Kept.class::isInstance)
                        .map(Kept.class::cast)
                        .toList();
        var today = clock.today();
        var known = known(households, true);
        for (var household : households) {
            if (known.isWhole(household)) {
                var ratio = Member.ratio(known.members(household, today));
                household
                        .beneficiaries()
                        .forEach(who -> ratios.put(who, ratio.perThousandEarners()));
            }
        }
        living.retainAll(people);
        living.removeAll(ratios.keySet());
        return living;
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
        var hers = new Document(BENEFICIARIES, beneficiary);
        return change.findAll(HOUSEHOLD, hers, 1).stream().findFirst();
    }

    /** Empty when they were destroyed. */
    Optional<Circumstances> circumstances(Kept household) {
        return aggregates
                .find(CIRCUMSTANCES, household.circumstances(), Scope.everything())
                .flatMap(found -> found.state().readable());
    }

    /**
     * What was not destroyed of these households and of who lives in them.
     *
     * @throws SealBroken when the key of a part is missing or does not fit
     */
    Known known(List<Kept> households) {
        return known(households, false);
    }

    /**
     * @param goesOn whether what is broken is left out, as what was destroyed is
     */
    private Known known(List<Kept> households, boolean goesOn) {
        return new Known(
                readable(
                        CIRCUMSTANCES,
                        households,
                        household -> List.of(household.circumstances()),
                        KnownCircumstances::readable,
                        goesOn),
                readable(
                        BENEFICIARY,
                        households,
                        Kept::beneficiaries,
                        Beneficiary::readable,
                        goesOn),
                readable(PLAIN_MEMBER, households, Kept::others, PlainMember::readable, goesOn));
    }

    private <A, P> Map<UUID, P> readable(
            AggregateType<A> type,
            List<Kept> households,
            Function<Kept, List<UUID>> named,
            Function<A, Optional<P>> content,
            boolean goesOn) {
        var ids = households.stream().map(named).flatMap(List::stream).toList();
        var readable = new HashMap<UUID, P>();
        for (var found : aggregates.findAll(type, ids, Scope.everything())) {
            try {
                content.apply(found.state()).ifPresent(known -> readable.put(found.id(), known));
            } catch (SealBroken broken) {
                if (!goesOn) {
                    throw broken;
                }
            }
        }
        return readable;
    }

    /**
     * What can be read of some households.
     *
     * @param circumstances by their own ids
     * @param files of beneficiaries
     * @param others plain members
     */
    record Known(
            Map<UUID, Circumstances> circumstances,
            Map<UUID, PersonalData> files,
            Map<UUID, PlainMember.Person> others) {

        boolean isWhole(Kept household) {
            return circumstances.containsKey(household.circumstances())
                    && files.keySet().containsAll(household.beneficiaries())
                    && others.keySet().containsAll(household.others());
        }

        /** All whose data can still be read, in the order they were named in. */
        List<Member> members(Kept household, LocalDate today) {
            var standings = standings(household);
            return Stream.concat(
                            household.beneficiaries().stream()
                                    .filter(files::containsKey)
                                    .map(id -> resident(id, standings.get(id), today)),
                            household.others().stream()
                                    .filter(others::containsKey)
                                    .map(id -> other(id, today)))
                    .toList();
        }

        private Map<UUID, Standing> standings(Kept household) {
            var known = circumstances.get(household.circumstances());
            return known == null
                    ? Map.of()
                    : known.residents().stream()
                            .collect(Collectors.toMap(Resident::beneficiary, Resident::standing));
        }

        private Member resident(UUID id, @Nullable Standing standing, LocalDate today) {
            var birth = Objects.requireNonNull(files.get(id)).birth();
            return new Member(id, null, standing, birth.bandOn(today));
        }

        private Member other(UUID id, LocalDate today) {
            var person = Objects.requireNonNull(others.get(id));
            return new Member(id, person, person.standing(), person.birth().bandOn(today));
        }
    }
}

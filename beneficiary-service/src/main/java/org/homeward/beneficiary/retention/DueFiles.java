package org.homeward.beneficiary.retention;

import static org.homeward.beneficiary.programme.ProgrammeTypes.PROGRAMME;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.retention.RetentionTypes.RULE;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.beneficiary.erasure.Erasures;
import org.homeward.beneficiary.erasure.KeepingTime;
import org.homeward.beneficiary.hold.PeopleOfProgrammes;
import org.homeward.beneficiary.programme.Programme;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.beneficiary.registration.PartOfFile;
import org.homeward.beneficiary.registration.RegistrationTypes;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.time.ProgrammeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds the files that are not needed any more; what is shown beforehand is what is done. */
@Component
class DueFiles implements KeepingTime {

    private final Journal journal;
    private final PeopleOfProgrammes people;
    private final List<PartOfFile> parts;
    private final Erasures erasures;
    private final ProgrammeClock clock;

    DueFiles(
            Journal journal,
            PeopleOfProgrammes people,
            List<PartOfFile> parts,
            Erasures erasures,
            ProgrammeClock clock) {
        this.journal = journal;
        this.people = people;
        this.parts = List.copyOf(parts);
        this.erasures = erasures;
        this.clock = clock;
    }

    /**
     * Read once for a look at many people: what follows from them is asked again by whoever acts.
     */
    Rules rules() {
        return inTransaction(this::rules);
    }

    /**
     * Who may be due: some people of programmes that are over, and some who were registered long
     * ago if there is a rule for who is in none.
     *
     * @param after the last who was looked at; null for none
     * @return in the order of their random ids; fewer than {@code most} when nobody comes after
     */
    List<UUID> candidates(Rules rules, @Nullable UUID after, int most) {
        return inTransaction(
                change ->
                        Stream.concat(
                                        people
                                                .people(change, rules.over().keySet(), after, most)
                                                .stream(),
                                        registeredLongAgo(change, rules.without(), after, most))
                                .distinct()
                                .sorted(PeopleOfProgrammes.AS_STORED)
                                .limit(most)
                                .toList());
    }

    /** Those of these people who are due, in their order. */
    List<Due> due(Rules rules, List<UUID> some) {
        return inTransaction(
                change -> some.stream().flatMap(one -> due(one, rules, change).stream()).toList());
    }

    private <T> T inTransaction(Function<Change, T> work) {
        return journal.<T>inTransaction(Origin.system("find due files", UUID.randomUUID()), work);
    }

    /** Nobody else can be due by this rule: a file is never older than its last change. */
    private Stream<UUID> registeredLongAgo(
            Change change, @Nullable RetentionRule without, @Nullable UUID after, int most) {
        if (without == null) {
            return Stream.empty();
        }
        var day = clock.today().minusMonths(without.months());
        var longAgo = Criteria.where(RegistrationTypes.REGISTERED_ON).lte(day.toString());
        if (after != null) {
            longAgo = longAgo.and("_id").gt(after);
        }
        var query = Query.query(longAgo).with(Sort.by("_id")).limit(most);
        query.fields().include("_id");
        return change.mongo().find(query, Document.class, BENEFICIARY.collection()).stream()
                .map(found -> found.get("_id", UUID.class));
    }

    @Override
    public Set<String> overBy(Change change, UUID person) {
        return over(person, people.programmes(change, person), rules(change), change).stream()
                .map(Kept::setBy)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same of one person, as things stand in a change; what is asked quickly comes first. */
    Optional<Due> due(UUID person, Rules rules, Change change) {
        if (change.find(BENEFICIARY, person)
                        .filter(file -> file.state() instanceof Beneficiary.Registered)
                        .isEmpty()
                || erasures.isAskedFor(change, person)) {
            return Optional.empty();
        }
        var programmes = people.programmes(change, person);
        var over = over(person, programmes, rules, change);
        return over.stream()
                .max(Comparator.comparing(Kept::until).thenComparing(Kept::setBy))
                .map(
                        kept ->
                                new Due(
                                        person,
                                        programmes.stream().sorted().toList(),
                                        kept.until(),
                                        kept.setBy(),
                                        erasures.because(change, person)));
    }

    /** All that kept her; empty while something keeps her, or no rule is for her. */
    private List<Kept> over(UUID person, Set<String> programmes, Rules rules, Change change) {
        if (programmes.isEmpty()) {
            return Optional.ofNullable(rules.without()).stream()
                    .map(rule -> new Kept(rule.keptUntil(lastChange(person, change)), rule.setBy()))
                    .filter(kept -> kept.until().isBefore(clock.today()))
                    .toList();
        }
        if (!rules.over().keySet().containsAll(programmes)) {
            return List.of();
        }
        return programmes.stream()
                .flatMap(programme -> Optional.ofNullable(rules.over().get(programme)).stream())
                .toList();
    }

    private LocalDate lastChange(UUID person, Change change) {
        return parts.stream()
                .flatMap(part -> part.lastChange(person, change).stream())
                .max(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, ProgrammeClock.ZONE))
                .orElseThrow();
    }

    record Kept(LocalDate until, String setBy) {}

    /**
     * @param over programmes whose files are not needed any more, by their codes
     * @param without for people of no programme; null where nothing is said
     */
    record Rules(Map<String, Kept> over, @Nullable RetentionRule without) {}

    private Rules rules(Change change) {
        var today = clock.today();
        var over = new HashMap<String, Kept>();
        RetentionRule without = null;
        var all = new Query();
        all.fields().include("_id");
        for (var found : change.mongo().find(all, Document.class, RULE.collection())) {
            var rule = change.find(RULE, found.get("_id", UUID.class)).orElseThrow().state();
            var code = rule.programme();
            if (code == null) {
                without = rule;
                continue;
            }
            var programme = change.find(PROGRAMME, Programme.idOf(code)).orElseThrow().state();
            var until = rule.keptUntil(programme.until());
            if (until.isBefore(today)) {
                over.put(code, new Kept(until, rule.setBy()));
            }
        }
        return new Rules(over, without);
    }
}

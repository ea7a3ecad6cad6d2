package org.homeward.beneficiary.retention;

import static org.homeward.beneficiary.programme.ProgrammeTypes.PROGRAMME;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.retention.RetentionTypes.RULE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
     * @param next after whom to go on; null when nobody comes after
     */
    record Part(List<Due> due, @Nullable UUID next) {}

    /**
     * Looks at some people of programmes that are over, and at some who were registered long ago if
     * there is a rule for who is in none, in the order of their random ids; a part may hold fewer
     * than were looked at.
     *
     * @param after whom the last part ended with; null for the first
     */
    Part some(@Nullable UUID after, int most) {
        return journal.<Part>inTransaction(
                Origin.system("find due files", UUID.randomUUID()),
                change -> {
                    var rules = rules(change);
                    var programmes = rules.over().keySet();
                    var some =
                            Stream.concat(
                                            people.people(change, programmes, after, most).stream(),
                                            registeredLongAgo(change, rules.without(), after, most))
                                    .distinct()
                                    .sorted(PeopleOfProgrammes.AS_STORED)
                                    .limit(most)
                                    .toList();
                    var due = new ArrayList<Due>();
                    for (UUID person : some) {
                        due(person, rules, change).ifPresent(due::add);
                    }
                    return new Part(due, some.size() < most ? null : some.getLast());
                });
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

    /** The same of one person, as things stand in a change. */
    Optional<Due> due(UUID person, Change change) {
        return due(person, rules(change), change);
    }

    private Optional<Due> due(UUID person, Rules rules, Change change) {
        var programmes = people.programmes(change, person);
        var over = over(person, programmes, rules, change);
        if (over.isEmpty()
                || erasures.isAskedFor(change, person)
                || change.find(BENEFICIARY, person)
                        .filter(file -> file.state() instanceof Beneficiary.Registered)
                        .isEmpty()) {
            return Optional.empty();
        }
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

    private record Kept(LocalDate until, String setBy) {}

    /**
     * @param over programmes whose files are not needed any more, by their codes
     * @param without for people of no programme; null where nothing is said
     */
    private record Rules(Map<String, Kept> over, @Nullable RetentionRule without) {}

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

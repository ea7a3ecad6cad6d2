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
import org.bson.Document;
import org.homeward.beneficiary.erasure.Erasures;
import org.homeward.beneficiary.erasure.KeepingTime;
import org.homeward.beneficiary.hold.PeopleOfProgrammes;
import org.homeward.beneficiary.programme.Programme;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.time.ProgrammeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds the files that are not needed any more; what is shown beforehand is what is done. */
@Component
class DueFiles implements KeepingTime {

    private final Journal journal;
    private final PeopleOfProgrammes people;
    private final Erasures erasures;
    private final ProgrammeClock clock;

    DueFiles(Journal journal, PeopleOfProgrammes people, Erasures erasures, ProgrammeClock clock) {
        this.journal = journal;
        this.people = people;
        this.erasures = erasures;
        this.clock = clock;
    }

    /**
     * @param next after whom to go on; null when nobody comes after
     */
    record Part(List<Due> due, @Nullable UUID next) {}

    /**
     * Looks at some people of programmes that are over, in the order of their random ids; a part
     * may hold fewer than were looked at.
     *
     * @param after whom the last part ended with; null for the first
     */
    Part some(@Nullable UUID after, int most) {
        return journal.<Part>inTransaction(
                Origin.system("find due files", UUID.randomUUID()),
                change -> {
                    var over = over(change);
                    var some = people.people(change, over.keySet(), after, most);
                    var due = new ArrayList<Due>();
                    for (UUID person : some) {
                        due(person, over, change).ifPresent(due::add);
                    }
                    return new Part(due, some.size() < most ? null : some.getLast());
                });
    }

    @Override
    public boolean isOver(Change change, UUID person) {
        return last(people.programmes(change, person), over(change)).isPresent();
    }

    /** The same of one person, as things stand in a change. */
    Optional<Due> due(UUID person, Change change) {
        return due(person, over(change), change);
    }

    private Optional<Due> due(UUID person, Map<String, Kept> over, Change change) {
        var programmes = people.programmes(change, person);
        var last = last(programmes, over);
        if (last.isEmpty()
                || erasures.isAskedFor(change, person)
                || change.find(BENEFICIARY, person)
                        .filter(file -> file.state() instanceof Beneficiary.Registered)
                        .isEmpty()) {
            return Optional.empty();
        }
        return last.map(
                kept ->
                        new Due(
                                person,
                                programmes.stream().sorted().toList(),
                                kept.until(),
                                kept.setBy(),
                                erasures.because(change, person)));
    }

    /** What kept her longest; empty while one of her programmes keeps her, or she was in none. */
    private static Optional<Kept> last(Set<String> programmes, Map<String, Kept> over) {
        if (!over.keySet().containsAll(programmes)) {
            return Optional.empty();
        }
        return programmes.stream()
                .flatMap(programme -> Optional.ofNullable(over.get(programme)).stream())
                .max(Comparator.comparing(Kept::until).thenComparing(Kept::setBy));
    }

    private record Kept(LocalDate until, String setBy) {}

    /** Programmes whose files are not needed any more, by their codes. */
    private Map<String, Kept> over(Change change) {
        var today = clock.today();
        var over = new HashMap<String, Kept>();
        var rules = new Query();
        rules.fields().include("_id");
        for (var found : change.mongo().find(rules, Document.class, RULE.collection())) {
            var rule = change.find(RULE, found.get("_id", UUID.class)).orElseThrow().state();
            var programme =
                    change.find(PROGRAMME, Programme.idOf(rule.programme())).orElseThrow().state();
            var until = rule.keptUntil(programme.until());
            if (until.isBefore(today)) {
                over.put(rule.programme(), new Kept(until, rule.setBy()));
            }
        }
        return over;
    }
}

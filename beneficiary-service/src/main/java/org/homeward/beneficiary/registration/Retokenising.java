package org.homeward.beneficiary.registration;

import static com.mongodb.client.model.Filters.gt;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Goes on until no row of an older version is left, one person a transaction; what is left stands
 * in the rows themselves, so it goes on after a kill, and any number of instances may do it at
 * once. Who was erased loses her rows. Who can't be opened for another reason keeps those she has
 * and no other back, is counted by an alarm, and is tried again after {@link #REST} or a start.
 *
 * <p>Where rows are missing, they are made for everybody in portions of {@value #PEOPLE}, and how
 * far stands in the database. Of several instances at the same portion one alone moves on; who has
 * rows by another is passed over, and where two write hers at the same moment one of them does it
 * again. Searches are refused until all are made: where more than {@value #FEW} people can't be
 * opened, all are gone through once more, for that is no accident of single keys but a vault that
 * is too old. While the master key can't be asked nothing is changed.
 */
@UseCase("Write people's search tokens anew by the newest key")
class Retokenising {

    /** Longer than any transaction that does not know of the newest version yet. */
    static final Duration SETTLED = Duration.ofHours(1);

    static final int FEW = 20;

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofHours(1);
    private static final int ROWS = 1_000;
    private static final int PEOPLE = 1_000;

    /** More who can't be opened are not remembered: then nobody's rows are replaced for a while. */
    private static final int MOST_UNREADABLE = 1_000;

    /** Before all that are drawn at random. */
    private static final UUID FIRST = new UUID(0, 0);

    private static final String ALARM = "retokenise";

    private final LookUp lookUp;
    private final Journal journal;
    private final MongoTemplate template;
    private final Alarms alarms;
    private final Clock clock;
    private final AtomicLong pending = new AtomicLong();
    private final Set<UUID> unreadable = new HashSet<>();
    private final AtomicReference<Instant> pausesUntil = new AtomicReference<>(Instant.MIN);
    private final AtomicReference<Instant> triedAgain = new AtomicReference<>(Instant.MIN);

    Retokenising(
            LookUp lookUp,
            Journal journal,
            MongoTemplate template,
            Alarms alarms,
            MeterRegistry meters,
            Clock clock) {
        this.lookUp = lookUp;
        this.journal = journal;
        this.template = template;
        this.alarms = alarms;
        this.clock = clock;
        meters.gauge("homeward.search.retokenise.pending", pending);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        if (clock.instant().isBefore(pausesUntil.get())) {
            return;
        }
        try {
            lookUp.making().ifPresentOrElse(this::makeAgain, this::replace);
        } catch (Unavailable away) {
            // the master key, which has raised its alarm, or a commit whose result is not known yet
            pause();
        }
    }

    private void pause() {
        pausesUntil.set(clock.instant().plus(PAUSE));
    }

    /** Rows for a portion of everybody, by id; where it fails the portion is begun again. */
    private void makeAgain(LookUp.Making making) {
        var some = after(making.until());
        if (some.isEmpty()) {
            end(making);
            return;
        }
        int closed = 0;
        for (UUID person : lookUp.without(some)) {
            var found = anew(person, true);
            if (found.isEmpty()) {
                return;
            }
            closed += found.get() == Legibility.UNAVAILABLE ? 1 : 0;
        }
        lookUp.made(making, some.getLast(), closed);
    }

    private void end(LookUp.Making making) {
        int without = making.unreadable();
        if (without > FEW) {
            alarms.raise(
                    ALARM,
                    without + " people can't be opened, too many for searches to go on without",
                    null);
            lookUp.makeOnceMore(making);
            pause();
            return;
        }
        if (without > 0) {
            alarms.raise(
                    ALARM, without + " people can't be opened and have no search tokens", null);
        }
        lookUp.complete();
    }

    private List<UUID> after(@Nullable UUID person) {
        return template.getDb()
                .getCollection(BENEFICIARY.collection())
                .find(gt("_id", person == null ? FIRST : person))
                .sort(Sorts.ascending("_id"))
                .projection(Projections.include("_id"))
                .limit(PEOPLE)
                .map(file -> file.get("_id", UUID.class))
                .into(new ArrayList<>());
    }

    private void replace() {
        var versions = lookUp.versions();
        int newest = versions.lastKey();
        if (versions.size() > 1) {
            renew(newest);
            var since = Objects.requireNonNull(versions.get(newest));
            if (since.plus(SETTLED).isBefore(clock.instant())) {
                versions.headMap(newest).keySet().stream()
                        .filter(version -> lookUp.count(version) == 0)
                        .forEach(this::retire);
            }
        }
        pending.set(versions.size() > 1 ? lookUp.countOlderThan(newest) : 0);
    }

    /** Whoever was passed over has no rows of it any more. */
    private void retire(int version) {
        unreadable.clear();
        lookUp.retire(version);
    }

    private void renew(int newest) {
        var now = clock.instant();
        if (!now.isBefore(triedAgain.get())) {
            unreadable.clear();
            triedAgain.set(now.plus(REST));
        }
        if (unreadable.size() >= MOST_UNREADABLE) {
            return;
        }
        int before = unreadable.size();
        for (UUID person : lookUp.olderThan(newest, ROWS, unreadable)) {
            anew(person, false)
                    .filter(found -> found == Legibility.UNAVAILABLE)
                    .ifPresent(_ -> unreadable.add(person));
        }
        if (unreadable.size() > before) {
            alarms.raise(
                    ALARM,
                    unreadable.size() + " people can't be opened and keep their old search tokens",
                    null);
        }
    }

    /**
     * @return empty when it failed, which was told
     * @throws Unavailable while the master key can't be asked
     */
    private Optional<Legibility> anew(UUID person, boolean missing) {
        try {
            return Optional.of(
                    journal.<Legibility>inTransaction(
                            Origin.system("write search tokens anew", UUID.randomUUID()),
                            change -> write(change, person, missing)));
        } catch (Unavailable away) {
            throw away;
        } catch (RuntimeException trouble) {
            alarms.raise(ALARM, "search tokens of " + person + " stay old", trouble);
            return Optional.empty();
        }
    }

    private Legibility write(Change change, UUID person, boolean missing) {
        var file = change.find(BENEFICIARY, person).map(Stored::state);
        var found = file.map(Beneficiary::legibility).orElse(Legibility.ERASED);
        switch (found) {
            case READABLE -> {
                var known = file.flatMap(Retokenising::toMatch).orElseThrow();
                if (missing) {
                    lookUp.write(change.mongo(), person, known);
                } else {
                    lookUp.renew(change.mongo(), person, known);
                }
            }
            case ERASED -> lookUp.forget(change.mongo(), person);
            case UNAVAILABLE -> {
                // what she has is kept until she can be opened again
            }
        }
        return found;
    }

    private static Optional<KnownPerson> toMatch(Beneficiary file) {
        return file.readable().map(known -> known.forMatching(file.district()));
    }
}

package org.homeward.beneficiary.registration;

import static com.mongodb.client.model.Filters.gt;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.sealing.Legibility;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Goes on until no row of an older version is left, one person a transaction; what is left stands
 * in the rows themselves, so it goes on after a kill, and any number of instances may do it at
 * once. Who can't be opened loses her rows, for no search shows her: she has new ones when her file
 * is corrected, or when all rows are made again because they are missing.
 */
@UseCase("Write people's search tokens anew by the newest key")
class Retokenising {

    /** Longer than any transaction that does not know of the newest version yet. */
    static final Duration SETTLED = Duration.ofHours(1);

    private static final int ROWS = 1_000;

    /** Before all that are drawn at random. */
    private static final UUID FIRST = new UUID(0, 0);

    private final LookUp lookUp;
    private final Journal journal;
    private final MongoTemplate template;
    private final Alarms alarms;
    private final Clock clock;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicReference<UUID> madeAgain = new AtomicReference<>(FIRST);

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
        if (lookUp.isIncomplete()) {
            makeAgain();
        } else {
            replace();
        }
    }

    /** Rows for everybody, by id; where it fails it goes on from there the next time. */
    private void makeAgain() {
        List<UUID> some;
        do {
            some = after(madeAgain.get());
            for (UUID person : some) {
                if (!isAnew(person, true)) {
                    return;
                }
                madeAgain.set(person);
            }
        } while (!some.isEmpty());
        lookUp.complete();
        madeAgain.set(FIRST);
    }

    private List<UUID> after(UUID person) {
        return template.getDb()
                .getCollection(BENEFICIARY.collection())
                .find(gt("_id", person))
                .sort(Sorts.ascending("_id"))
                .projection(Projections.include("_id"))
                .limit(ROWS)
                .map(file -> file.get("_id", UUID.class))
                .into(new ArrayList<>());
    }

    private void replace() {
        var versions = lookUp.versions();
        int newest = versions.lastKey();
        if (versions.size() > 1) {
            lookUp.olderThan(newest, ROWS).forEach(person -> isAnew(person, false));
            var since = Objects.requireNonNull(versions.get(newest));
            if (since.plus(SETTLED).isBefore(clock.instant())) {
                versions.headMap(newest).keySet().stream()
                        .filter(version -> lookUp.count(version) == 0)
                        .forEach(lookUp::retire);
            }
        }
        pending.set(versions.size() > 1 ? lookUp.countOlderThan(newest) : 0);
    }

    private boolean isAnew(UUID person, boolean missing) {
        try {
            anew(person, missing);
            return true;
        } catch (RuntimeException trouble) {
            alarms.raise("retokenise", "search tokens of " + person + " stay old", trouble);
            return false;
        }
    }

    private void anew(UUID person, boolean missing) {
        journal.<Boolean>inTransaction(
                Origin.system("write search tokens anew", UUID.randomUUID()),
                change -> {
                    var known =
                            change.find(BENEFICIARY, person).flatMap(file -> toMatch(file.state()));
                    if (known.isEmpty()) {
                        lookUp.forget(change.mongo(), person);
                        return false;
                    }
                    if (missing) {
                        lookUp.write(change.mongo(), person, known.get());
                    } else {
                        lookUp.renew(change.mongo(), person, known.get());
                    }
                    return true;
                });
    }

    private static Optional<KnownPerson> toMatch(Beneficiary file) {
        return file.legibility() == Legibility.READABLE
                ? file.readable().map(known -> known.forMatching(file.district()))
                : Optional.empty();
    }
}

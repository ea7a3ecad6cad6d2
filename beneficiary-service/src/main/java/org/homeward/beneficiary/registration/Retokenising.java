package org.homeward.beneficiary.registration;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.sealing.Legibility;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Goes on until no row of an older version is left, one person a transaction; what is left stands
 * in the rows themselves, so it goes on after a kill, and any number of instances may do it at
 * once. Who can't be opened loses her rows, for no search shows her: she has new ones when her file
 * is corrected.
 */
@UseCase("Write people's search tokens anew by the newest key")
class Retokenising {

    /** Longer than any transaction that does not know of the newest version yet. */
    static final Duration SETTLED = Duration.ofHours(1);

    private static final int ROWS = 1_000;

    private final LookUp lookUp;
    private final Journal journal;
    private final Alarms alarms;
    private final Clock clock;
    private final AtomicLong pending = new AtomicLong();

    Retokenising(LookUp lookUp, Journal journal, Alarms alarms, MeterRegistry meters, Clock clock) {
        this.lookUp = lookUp;
        this.journal = journal;
        this.alarms = alarms;
        this.clock = clock;
        meters.gauge("homeward.search.retokenise.pending", pending);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        var versions = lookUp.versions();
        int newest = versions.lastKey();
        if (versions.size() > 1) {
            lookUp.olderThan(newest, ROWS).forEach(this::tryAnew);
            var since = Objects.requireNonNull(versions.get(newest));
            if (since.plus(SETTLED).isBefore(clock.instant())) {
                versions.headMap(newest).keySet().stream()
                        .filter(version -> lookUp.count(version) == 0)
                        .forEach(lookUp::retire);
            }
        }
        pending.set(versions.size() > 1 ? lookUp.countOlderThan(newest) : 0);
    }

    private void tryAnew(UUID person) {
        try {
            anew(person);
        } catch (RuntimeException trouble) {
            alarms.raise("retokenise", "search tokens of " + person + " stay old", trouble);
        }
    }

    private void anew(UUID person) {
        journal.<Boolean>inTransaction(
                Origin.system("write search tokens anew", UUID.randomUUID()),
                change -> {
                    var known =
                            change.find(BENEFICIARY, person).flatMap(file -> toMatch(file.state()));
                    if (known.isEmpty()) {
                        lookUp.forget(change.mongo(), person);
                        return false;
                    }
                    lookUp.renew(change.mongo(), person, known.get());
                    return true;
                });
    }

    private static Optional<KnownPerson> toMatch(Beneficiary file) {
        return file.legibility() == Legibility.READABLE
                ? file.readable().map(known -> known.forMatching(file.district()))
                : Optional.empty();
    }
}

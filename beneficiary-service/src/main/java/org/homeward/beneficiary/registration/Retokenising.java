package org.homeward.beneficiary.registration;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.sealing.SealBroken;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Goes on until no row of an older version is left, one person a transaction; what is left stands
 * in the rows themselves, so it goes on after a kill, and any number of instances may do it at
 * once. Who can't be opened keeps her old rows until the next start tries again, and so the version
 * stays in use.
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
    private final Set<UUID> left = new HashSet<>();
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
            lookUp.olderThan(newest, left, ROWS).forEach(this::tryAnew);
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
        } catch (SealBroken told) {
            left.add(person);
        } catch (RuntimeException trouble) {
            alarms.raise("retokenise", "search tokens of " + person + " stay old", trouble);
        }
    }

    private void anew(UUID person) {
        journal.<Boolean>inTransaction(
                Origin.system("write search tokens anew", UUID.randomUUID()),
                change -> {
                    var file = change.find(BENEFICIARY, person).map(Stored::state);
                    var known =
                            file.flatMap(
                                    state ->
                                            state.readable()
                                                    .map(
                                                            data ->
                                                                    data.forMatching(
                                                                            state.district())));
                    if (known.isEmpty()) {
                        lookUp.forget(change.mongo(), person);
                        return false;
                    }
                    lookUp.renew(change.mongo(), person, known.get());
                    return true;
                });
    }
}

package org.homeward.beneficiary.erasure;

import static org.homeward.beneficiary.erasure.ErasureTypes.ERASURE;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.RecordsOf;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Outages;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Where the data is older than the vault, what lies plain of people who were erased since is there
 * again. The vault knows them: their keys are destroyed and their files stand as registered. They
 * are erased before the service answers anybody or handles an event, and again each hour who could
 * not be. Where the search itself fails it is begun again every five seconds, and until it has come
 * to its end once the service is not ready. Any number of instances may do it at once; one that
 * fails keeps neither another nor the start back.
 */
@UseCase("Erase again whom an old back-up of the data brought back")
class EraseAgain implements SmartInitializingSingleton, HealthIndicator {

    private static final int AT_ONCE = 500;
    private static final String ALARM = "erasure";

    private final Journal journal;
    private final Aggregates aggregates;
    private final KeyVault vault;
    private final WholeFile file;
    private final Alarms alarms;
    private final ProgrammeClock clock;

    private final Set<UUID> left = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean wentThrough = new AtomicBoolean();

    EraseAgain(
            Journal journal,
            Aggregates aggregates,
            KeyVault vault,
            WholeFile file,
            Alarms alarms,
            ProgrammeClock clock) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.vault = vault;
        this.file = file;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** The web server and the consumers are started after this has returned. */
    @Override
    public void afterSingletonsInstantiated() {
        search();
    }

    /** Up once everybody was looked for; part of the service's readiness. */
    @Override
    public Health health() {
        return (wentThrough.get() ? Health.up() : Health.down()).build();
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void search() {
        if (!wentThrough.get()) {
            attempt(
                    () -> {
                        goThrough();
                        wentThrough.set(true);
                    });
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void eraseWhoIsLeft() {
        attempt(() -> List.copyOf(left).forEach(this::erase));
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            alarms.raise(ALARM, "who was erased before could not be looked for", trouble);
        }
    }

    private void goThrough() {
        vault.destroyed(AT_ONCE, some -> back(some).forEach(this::erase));
    }

    /** Those of these who are; all, each to be looked at alone, where a file can't be read. */
    private List<UUID> back(List<UUID> some) {
        try {
            return aggregates.findAll(BENEFICIARY, some, Scope.everything()).stream()
                    .filter(EraseAgain::isBack)
                    .map(Stored::id)
                    .toList();
        } catch (RuntimeException trouble) {
            throwIfOutage(trouble);
            return some;
        }
    }

    /** Nobody in particular is the cause. */
    private static void throwIfOutage(RuntimeException trouble) {
        if (Outages.isOutage(trouble)) {
            throw trouble;
        }
    }

    private static boolean isBack(Stored<Beneficiary> found) {
        return found.state() instanceof Beneficiary.Registered;
    }

    /** Who can't be erased now is remembered, and an alarm. */
    private void erase(UUID person) {
        try {
            journal.<Boolean>inTransaction(
                    Origin.system("erase again who was brought back", UUID.randomUUID()),
                    change -> {
                        // another instance may have been first
                        if (change.find(BENEFICIARY, person).filter(EraseAgain::isBack).isEmpty()) {
                            return false;
                        }
                        order(person, file.erase(person, change), change);
                        return true;
                    });
            left.remove(person);
        } catch (RuntimeException trouble) {
            throwIfOutage(trouble);
            left.add(person);
            alarms.raise(ALARM, "who was erased before is back: " + person, trouble);
        }
    }

    /** The other services were brought back as well, and erase and confirm as before. */
    private void order(UUID person, Set<UUID> stories, Change change) {
        var now = clock.instant();
        for (var open : erasures(person, change)) {
            switch (open.state()) {
                case Erasure.Asked asked -> {
                    change.update(open, asked.again(stories, now));
                    return;
                }
                case Erasure.Ordered ordered -> {
                    change.update(open, ordered.goOn(stories, now));
                    return;
                }
                case Erasure.Refused _, Erasure.Complete _ -> {
                    // it was over when the back-up was made
                }
            }
        }
        var id = UUID.randomUUID();
        var request =
                new Erasure.Request(id, person, Erasure.Reason.BROUGHT_BACK, Erasure.SYSTEM, now);
        change.create(ERASURE, id, new Erasure.Asked(request).again(stories, now));
    }

    /** Those of when the back-up was made. */
    private static List<Stored<Erasure>> erasures(UUID person, Change change) {
        return RecordsOf.person(person, ERASURE, ErasureTypes.BENEFICIARY, change).stream()
                .flatMap(id -> change.find(ERASURE, id).stream())
                .toList();
    }
}

package org.homeward.beneficiary.retention;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeward.beneficiary.erasure.Erasures;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.web.Outages;
import org.homeward.kit.web.Unavailable;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Nothing is erased by it: a data-protection-officer, another than who set the rule, decides each.
 * Any number of instances may do it at once; one that fails keeps no other back.
 */
@UseCase("Ask each day for the erasure of files that are not needed any more")
class ProposeErasures {

    private static final int AT_ONCE = 100;
    private static final String ALARM = "retention";

    private final Journal journal;
    private final DueFiles files;
    private final Erasures erasures;
    private final Alarms alarms;

    private final AtomicBoolean isOwed = new AtomicBoolean();

    ProposeErasures(Journal journal, DueFiles files, Erasures erasures, Alarms alarms) {
        this.journal = journal;
        this.files = files;
        this.erasures = erasures;
        this.alarms = alarms;
    }

    @Scheduled(fixedDelayString = "${homeward.retention-every:P1D}")
    void propose() {
        if (isOwed.getAndSet(true)) {
            alarms.raise(
                    ALARM, "no round since the last could end: news of grants is missing", null);
        }
        goOn();
    }

    /**
     * A round breaks off while news of grants may be under way, as after each start, and is begun
     * again: whose erasure was asked for is not asked for twice.
     */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void goOn() {
        if (isOwed.getAndSet(false)) {
            try {
                proposeAll();
            } catch (Unavailable unknown) {
                isOwed.set(true);
            } catch (RuntimeException trouble) {
                alarms.raise(ALARM, "files that are due could not be looked for", trouble);
            }
        }
    }

    private void proposeAll() {
        var rules = files.rules();
        for (var some = files.candidates(rules, null, AT_ONCE);
                !some.isEmpty();
                some = files.candidates(rules, some.getLast(), AT_ONCE)) {
            dueOf(some, rules).forEach(person -> propose(person, rules));
        }
    }

    /** All of them, each to be looked at alone, where one can't be read. */
    private List<UUID> dueOf(List<UUID> some, DueFiles.Rules rules) {
        try {
            return files.due(rules, some).stream()
                    .filter(due -> due.because().isEmpty())
                    .map(Due::beneficiary)
                    .toList();
        } catch (RuntimeException trouble) {
            if (Outages.isOutage(trouble)) {
                throw trouble;
            }
            return some;
        }
    }

    private void propose(UUID person, DueFiles.Rules rules) {
        try {
            journal.<Boolean>inTransaction(
                    Origin.system("propose erasure", UUID.randomUUID()),
                    change -> {
                        erasures.requireGrantsKnown();
                        files.due(person, rules, change)
                                .filter(due -> due.because().isEmpty())
                                .ifPresent(due -> erasures.ask(change, person, due.setBy()));
                        return true;
                    });
        } catch (Unavailable unknown) {
            throw unknown;
        } catch (RuntimeException trouble) {
            alarms.raise(ALARM, "an erasure that is due could not be asked for", trouble);
        }
    }
}

package org.homeward.beneficiary.erasure;

import static org.homeward.beneficiary.erasure.ErasureTypes.ERASURE;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Any number of instances may do it at once; one that fails keeps no other back. */
@UseCase("Complete and certify an erasure that every service has confirmed")
class CompleteErasures {

    private static final String ALARM = "erasure";

    private final Journal journal;
    private final Aggregates aggregates;
    private final MongoTemplate template;
    private final WholeFile file;
    private final Certifier certifier;
    private final Alarms alarms;
    private final ProgrammeClock clock;

    CompleteErasures(
            Journal journal,
            Aggregates aggregates,
            MongoTemplate template,
            WholeFile file,
            Certifier certifier,
            Alarms alarms,
            ProgrammeClock clock) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.template = template;
        this.file = file;
        this.certifier = certifier;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        for (UUID id : ordered()) {
            try {
                complete(id);
            } catch (RuntimeException trouble) {
                alarms.raise(ALARM, "erasure " + id + " does not come to its end", trouble);
            }
        }
    }

    /** A confirmation that does not come is told again and again: somebody waits for it. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void remind() {
        var now = clock.instant();
        for (var erasure : aggregates.findAll(ERASURE, ordered(), Scope.everything())) {
            if (erasure.state() instanceof Erasure.Ordered ordered && ordered.isOverdue(now)) {
                var missing = ordered.awaited().stream().map(Erasure.Awaited::from).distinct();
                alarms.raise(
                        ALARM,
                        "erasure "
                                + erasure.id()
                                + " is not confirmed by "
                                + missing.sorted().toList(),
                        null);
            }
        }
    }

    private List<UUID> ordered() {
        return template.getDb()
                .getCollection(ERASURE.collection())
                .find(Filters.eq(ErasureTypes.STATE, ErasureTypes.ORDERED))
                .projection(Projections.include("_id"))
                .map(erasure -> erasure.get("_id", UUID.class))
                .into(new ArrayList<>());
    }

    private void complete(UUID id) {
        var now = clock.instant();
        var due =
                aggregates
                        .find(ERASURE, id, Scope.everything())
                        .filter(found -> isSettled(found.state(), now));
        if (due.isEmpty()) {
            return;
        }
        journal.<Boolean>inTransaction(
                Origin.system("complete erasure", UUID.randomUUID()),
                change -> {
                    var erasure = change.find(ERASURE, id).orElseThrow();
                    if (erasure.state() instanceof Erasure.Ordered ordered
                            && ordered.isSettled(clock.instant())) {
                        change.update(erasure, step(ordered, change));
                    }
                    return true;
                });
    }

    private static boolean isSettled(Erasure erasure, Instant now) {
        return erasure instanceof Erasure.Ordered ordered && ordered.isSettled(now);
    }

    /**
     * What a change that had begun before the erasure wrote after it is destroyed now, and a
     * portion of what was left.
     */
    private Decision<Erasure> step(Erasure.Ordered ordered, Change change) {
        var person = ordered.request().beneficiary();
        var stories = file.erase(person, change);
        var now = clock.instant();
        if (!stories.isEmpty()) {
            return ordered.goOn(stories, now);
        }
        return file.isLeft(person, change)
                ? ordered.goOn(stories, ordered.at())
                : ordered.complete(certifier.certify(ordered.request().id(), clock.today()), now);
    }
}

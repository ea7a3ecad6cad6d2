package org.homeward.beneficiary.erasure;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;
import static org.homeward.beneficiary.erasure.ErasureTypes.ERASURE;
import static org.homeward.beneficiary.evidence.EvidenceTypes.EVIDENCE;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.registration.RegistrationTypes.ERASED;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.homeward.beneficiary.consent.ConsentTypes;
import org.homeward.beneficiary.evidence.Contents;
import org.homeward.beneficiary.evidence.Evidence;
import org.homeward.beneficiary.evidence.EvidenceTypes;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
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
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Where the data is older than the vault, what lies plain of people who were erased since is there
 * again, and so are consents that have ended since and evidence that was voided. The vault has a
 * tombstone of each, and their files stand as registered, the consents as asked or given, the
 * evidence as kept. They are erased, withdrawn and voided before the service answers anybody or
 * handles an event, and again each hour what could not be. Where the search itself fails it is
 * begun again every five seconds, and until it has come to its end once the service is not ready.
 * Any number of instances may do it at once; one that fails keeps neither another nor the start
 * back.
 */
@UseCase("Erase again whom an old back-up of the data brought back")
class EraseAgain implements SmartInitializingSingleton, HealthIndicator {

    private static final int AT_ONCE = 500;
    private static final String ALARM = "erasure";

    private final Journal journal;
    private final MongoTemplate template;
    private final KeyVault vault;
    private final WholeFile file;
    private final Contents contents;
    private final Alarms alarms;
    private final ProgrammeClock clock;

    private final Set<UUID> left = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean wentThrough = new AtomicBoolean();

    EraseAgain(
            Journal journal,
            MongoTemplate template,
            KeyVault vault,
            WholeFile file,
            Contents contents,
            Alarms alarms,
            ProgrammeClock clock) {
        this.journal = journal;
        this.template = template;
        this.vault = vault;
        this.file = file;
        this.contents = contents;
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
                        vault.destroyed(AT_ONCE, this::endAgain);
                        wentThrough.set(true);
                    });
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void endWhatIsLeft() {
        attempt(() -> endAgain(List.copyOf(left)));
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            alarms.raise(
                    ALARM,
                    "what was erased, withdrawn or voided before could not be looked for",
                    trouble);
        }
    }

    /** Consents last: what stood of who is erased is over by then. */
    private void endAgain(List<UUID> some) {
        for (var person : back(BENEFICIARY, List.of(ERASED), some)) {
            end(person, "erase again who was brought back", this::erase);
        }
        for (var consent : back(CONSENT, ConsentTypes.OVER, some)) {
            end(consent, "withdraw again what was brought back", this::withdraw);
        }
        for (var evidence : back(EVIDENCE, List.of(EvidenceTypes.VOIDED), some)) {
            end(evidence, "void again what was brought back", this::voidIt);
        }
    }

    /**
     * Those of these that stand as anything else: what can't be read does as well, and fails alone
     * when it is to be ended.
     */
    private List<UUID> back(AggregateType<?> type, List<String> ended, List<UUID> some) {
        var back = Query.query(Criteria.where("_id").in(some).and(ErasureTypes.STATE).nin(ended));
        back.fields().include("_id");
        return template.find(back, Document.class, type.collection()).stream()
                .map(found -> found.get("_id", UUID.class))
                .toList();
    }

    /**
     * What can't be ended now is remembered, and an alarm, unless nobody in particular is the
     * cause.
     */
    private void end(UUID id, String action, BiConsumer<UUID, Change> work) {
        try {
            journal.<Boolean>inTransaction(
                    Origin.system(action, UUID.randomUUID()),
                    change -> {
                        work.accept(id, change);
                        return true;
                    });
            left.remove(id);
        } catch (RuntimeException trouble) {
            if (Outages.isOutage(trouble)) {
                throw trouble;
            }
            left.add(id);
            alarms.raise(
                    ALARM, "what was erased, withdrawn or voided before is back: " + id, trouble);
        }
    }

    /** Another instance may have been first. */
    private void erase(UUID person, Change change) {
        if (change.load(BENEFICIARY, person, Scope.everything()).state()
                instanceof Beneficiary.Registered) {
            order(person, file.erase(person, change), change);
        }
    }

    private void withdraw(UUID consent, Change change) {
        var back = change.load(CONSENT, consent, Scope.everything());
        if (!back.state().isOver()) {
            change.update(back, back.state().withdraw(clock.instant()));
        }
    }

    private void voidIt(UUID evidence, Change change) {
        var back = change.load(EVIDENCE, evidence, Scope.everything());
        if (back.state() instanceof Evidence.Kept) {
            contents.destroy(evidence, change);
            var reason = Evidence.Reason.BROUGHT_BACK;
            change.update(back, back.state().voided(reason, Erasure.SYSTEM, clock.instant()));
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
        return change.findAll(ERASURE, new Document(ErasureTypes.BENEFICIARY, person));
    }
}

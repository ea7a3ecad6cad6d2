package org.homeward.beneficiary.erasure;

import static org.homeward.beneficiary.erasure.ErasureTypes.ERASURE;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.homeward.beneficiary.opening.Openings;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.StateConflict;
import org.homeward.kit.web.Unavailable;

/**
 * All that is kept here is destroyed in one change: whoever looks sees all of it or nothing, and
 * nobody takes half of it for the whole.
 */
@UseCase("Carry out an erasure that another has asked for, or refuse it")
class DecideErasure {

    private final Journal journal;
    private final WholeFile file;
    private final Erasures erasures;
    private final KeepingTime keepingTime;
    private final ProgrammeClock clock;

    DecideErasure(
            Journal journal,
            WholeFile file,
            Erasures erasures,
            KeepingTime keepingTime,
            ProgrammeClock clock) {
        this.journal = journal;
        this.file = file;
        this.erasures = erasures;
        this.keepingTime = keepingTime;
        this.clock = clock;
    }

    /**
     * @throws NotFound for one of a person out of scope, as for one that does not exist
     * @throws AnotherDecides for who asked, for who set a rule by which it is over today, for who
     *     lifted a hold that would keep the file today, and for who opened the file out of scope
     *     while that waits for its review: why she did would go with the person
     * @throws OnHold when the file has to be kept
     * @throws StillNeeded when the time to keep it is not over any more
     * @throws StateConflict when it was decided, or she was erased by another
     * @throws Unavailable while news of a grant may be under way: it may be hers, and keep her file
     */
    Receipt order(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    erasures.requireGrantsKnown();
                    var erasure = load(id, change, call);
                    var asked = erasure.state().asked();
                    var by = call.actor().subject();
                    asked.requireAnother(by);
                    var person = asked.request().beneficiary();
                    change.find(BENEFICIARY, person).orElseThrow().state().registered();
                    if (erasures.isLetGoBy(by, change, person)
                            || Openings.awaitReviewOf(by, change, person)) {
                        throw new AnotherDecides();
                    }
                    var cleared =
                            asked.clear(
                                    by,
                                    erasures.lastly(change, person),
                                    keepingTime.overBy(change, person));
                    var ordered = cleared.order(file.erase(person, change), clock.instant());
                    return Receipt.ok(ErasureController.path(id), change.update(erasure, ordered));
                });
    }

    /**
     * @throws NotFound as {@link #order}
     * @throws AnotherDecides for who asked
     * @throws StateConflict when it was decided
     */
    Receipt refuse(UUID id, Erasure.Refusal reason, Call call) {
        return journal.run(
                call,
                change -> {
                    var erasure = load(id, change, call);
                    var refused =
                            erasure.state()
                                    .asked()
                                    .refuse(call.actor().subject(), reason, clock.instant());
                    return Receipt.ok(ErasureController.path(id), change.update(erasure, refused));
                });
    }

    /** As many queries for one that does not exist as for one of a person out of scope. */
    private static Stored<Erasure> load(UUID id, Change change, Call call) {
        var person =
                change.find(ERASURE, id)
                        .map(found -> found.state().request().beneficiary())
                        .orElse(id);
        change.load(BENEFICIARY, person, call.scope());
        return change.loadMatching(ERASURE, id, call);
    }
}

package org.homeward.beneficiary.erasure;

import static org.homeward.beneficiary.erasure.ErasureTypes.ERASURE;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.StateConflict;

/**
 * All that is kept here is destroyed in one change: whoever looks sees all of it or nothing, and
 * nobody takes half of it for the whole.
 */
@UseCase("Carry out an erasure that another has asked for, or refuse it")
class DecideErasure {

    private final Journal journal;
    private final WholeFile file;
    private final Erasures erasures;
    private final ProgrammeClock clock;

    DecideErasure(Journal journal, WholeFile file, Erasures erasures, ProgrammeClock clock) {
        this.journal = journal;
        this.file = file;
        this.erasures = erasures;
        this.clock = clock;
    }

    /**
     * @throws AnotherDecides for who asked
     * @throws OnHold when the file has to be kept
     * @throws StateConflict when it was decided, or she was erased by another
     */
    Receipt order(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var erasure = change.loadMatching(ERASURE, id, call);
                    var asked = erasure.state().asked();
                    var person = asked.request().beneficiary();
                    change.load(BENEFICIARY, person, call.scope()).state().registered();
                    var because = erasures.because(change, person);
                    var stories = file.erase(person, change);
                    var ordered =
                            asked.order(
                                    call.actor().subject(), because, stories, clock.instant());
                    return Receipt.ok(ErasureController.path(id), change.update(erasure, ordered));
                });
    }

    Receipt refuse(UUID id, Erasure.Refusal reason, Call call) {
        return journal.run(
                call,
                change -> {
                    var erasure = change.loadMatching(ERASURE, id, call);
                    var refused =
                            erasure.state()
                                    .asked()
                                    .refuse(call.actor().subject(), reason, clock.instant());
                    return Receipt.ok(ErasureController.path(id), change.update(erasure, refused));
                });
    }
}

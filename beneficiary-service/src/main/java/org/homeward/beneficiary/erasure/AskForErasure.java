package org.homeward.beneficiary.erasure;

import static org.homeward.beneficiary.erasure.ErasureTypes.ERASURE;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.StateConflict;

@UseCase("Ask for a person to be erased, for her or because her file is not needed any more")
class AskForErasure {

    private final Journal journal;
    private final ProgrammeClock clock;

    AskForErasure(Journal journal, ProgrammeClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @throws StateConflict when she is erased, or somebody has asked for it and waits
     * @throws InvalidBody for the reason that the service alone gives
     */
    Receipt ask(UUID beneficiary, ErasureController.ErasureBody body, Call call) {
        if (body.reason().isFoundOut()) {
            throw new InvalidBody("/reason", "is found out by the service itself");
        }
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        return journal.run(
                call,
                change -> {
                    change.load(BENEFICIARY, beneficiary, call.scope()).state().registered();
                    requireNoneWaits(beneficiary, change);
                    var request =
                            new Erasure.Request(
                                    id,
                                    beneficiary,
                                    body.reason(),
                                    call.actor().subject(),
                                    clock.instant());
                    return Receipt.created(
                            ErasureController.path(id),
                            change.create(ERASURE, id, Erasure.ask(request)));
                });
    }

    private static void requireNoneWaits(UUID beneficiary, Change change) {
        var hers = new Document(ErasureTypes.BENEFICIARY, beneficiary);
        for (var earlier : change.findAll(ERASURE, hers)) {
            if (earlier.state() instanceof Erasure.Asked waiting) {
                throw new StateConflict(waiting.state());
            }
        }
    }
}

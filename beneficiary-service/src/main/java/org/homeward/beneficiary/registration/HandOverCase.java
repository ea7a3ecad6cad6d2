package org.homeward.beneficiary.registration;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

/** Who takes a case is within the scope of its file, so of the same organisation. */
@UseCase("Hand a case over to another case-worker, who accepts it")
class HandOverCase {

    private final Journal journal;

    HandOverCase(Journal journal) {
        this.journal = journal;
    }

    Receipt offer(UUID id, String to, Call call) {
        return change(id, call, ownership -> ownership.offer(call.actor(), to));
    }

    Receipt accept(UUID id, Call call) {
        return change(id, call, ownership -> ownership.accept(call.actor()));
    }

    Receipt refuse(UUID id, Call call) {
        return change(id, call, ownership -> ownership.refuse(call.actor()));
    }

    private Receipt change(UUID id, Call call, UnaryOperator<Ownership> step) {
        return journal.run(
                call,
                change -> {
                    var file = change.loadMatching(BENEFICIARY, id, call);
                    var registered = file.state().registered();
                    var handed = registered.owned(step.apply(registered.ownership()));
                    return Receipt.ok("/api/v1/beneficiaries/" + id, change.update(file, handed));
                });
    }
}

package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

/** Also when the person agrees to nothing any more, or no grant of hers could be closed. */
@UseCase("Record a visit, also a late one: it fails on no other step of the grant")
class RecordVisit {

    private final GrantSteps steps;

    RecordVisit(GrantSteps steps) {
        this.steps = steps;
    }

    Receipt record(UUID id, NewVisit visit, Call call) {
        return steps.runOnAny(
                call, id, HandedOver.class, (grant, act) -> grant.record(act, visit.by(act)));
    }
}

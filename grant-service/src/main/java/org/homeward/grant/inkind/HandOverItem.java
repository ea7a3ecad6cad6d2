package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Hand an item over to the person, who signs for it")
class HandOverItem {

    private final GrantSteps steps;

    HandOverItem(GrantSteps steps) {
        this.steps = steps;
    }

    Receipt handOver(UUID id, UUID item, Handover handover, Call call) {
        return steps.run(
                call,
                id,
                Reserved.class,
                (grant, act) -> grant.handOver(act, item, handover.signature()));
    }
}

package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Hand an item over to the person, who signs for it")
class HandOverItem {

    private final GrantSteps steps;
    private final HandoverEvidence evidence;

    HandOverItem(GrantSteps steps, HandoverEvidence evidence) {
        this.steps = steps;
        this.evidence = evidence;
    }

    Receipt handOver(UUID id, UUID item, Handover handover, Call call) {
        var signature = handover.signature();
        return steps.run(
                call,
                id,
                Reserved.class,
                (grant, act) -> grant.handOver(act, item, signature),
                change -> evidence.proves(change, signature, item));
    }
}

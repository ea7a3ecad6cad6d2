package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.Call;

@UseCase(
        "Give an item back to its supplier; its money is free again, but what was paid only by finance")
class ReturnItem {

    private final GrantSteps steps;

    ReturnItem(GrantSteps steps) {
        this.steps = steps;
    }

    Receipt giveBack(UUID id, UUID item, Reason reason, Call call) {
        return steps.run(
                call,
                id,
                Reserved.class,
                (grant, act) -> grant.giveBack(act, item, Secret.of(reason.reason())));
    }
}

package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.Call;

@UseCase("Give up an item, or the rent of the months to come; its money is free again")
class CancelItem {

    private final GrantSteps steps;

    CancelItem(GrantSteps steps) {
        this.steps = steps;
    }

    Receipt cancel(UUID id, UUID item, Reason reason, Call call) {
        return steps.run(
                call,
                id,
                Running.class,
                (grant, act) -> grant.cancel(act, item, Secret.of(reason.reason())));
    }
}

package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Receive what was ordered by somebody else")
class ReceiveItem {

    private final GrantSteps steps;

    ReceiveItem(GrantSteps steps) {
        this.steps = steps;
    }

    Receipt receive(UUID id, UUID item, Call call) {
        return steps.run(call, id, Reserved.class, (grant, act) -> grant.receive(act, item));
    }
}

package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Say of a paid item that was given back whether its supplier has paid back")
class AnswerReturn {

    private final GrantSteps steps;

    AnswerReturn(GrantSteps steps) {
        this.steps = steps;
    }

    Receipt confirm(UUID id, UUID item, Call call) {
        return steps.run(call, id, Reserved.class, (grant, act) -> grant.confirmReturn(act, item));
    }

    Receipt refuse(UUID id, UUID item, Call call) {
        return steps.run(call, id, Reserved.class, (grant, act) -> grant.refuseReturn(act, item));
    }
}

package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Confirm that an item, or the next month of its rent, is paid")
class ConfirmPayment {

    private final GrantSteps steps;

    ConfirmPayment(GrantSteps steps) {
        this.steps = steps;
    }

    Receipt confirm(UUID id, UUID item, Call call) {
        return steps.run(
                call, id, Running.class, (grant, act) -> grant.pay(act, item, UUID.randomUUID()));
    }
}

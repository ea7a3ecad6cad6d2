package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.Call;

@UseCase("Order an item of a grant; what it costs less than was granted is free again")
class OrderItem {

    private final GrantSteps steps;

    OrderItem(GrantSteps steps) {
        this.steps = steps;
    }

    Receipt order(UUID id, UUID item, NewOrder order, Call call) {
        return steps.run(
                call,
                id,
                Reserved.class,
                (grant, act) ->
                        grant.order(act, item, order.price().money(), Secret.of(order.supplier())));
    }
}

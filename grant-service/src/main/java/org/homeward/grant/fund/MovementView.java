package org.homeward.grant.fund;

import java.time.Instant;
import java.util.UUID;
import org.homeward.grant.money.MoneyView;

/**
 * @param cause what the money was moved for: the grant for a reservation, a payment for what was
 *     spent, else an item of a grant
 */
record MovementView(Movement.Kind kind, UUID cause, MoneyView amount, Instant at) {

    static MovementView of(Movements.Row row) {
        return new MovementView(row.kind(), row.cause(), MoneyView.of(row.amount()), row.at());
    }
}

package org.homeward.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.notification.NotificationErasureConfirmed;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;

/** That an erasure was carried out here; of whom is not kept. */
record ErasureDone(Instant at) {

    static final AggregateType<ErasureDone> ERASURES =
            AggregateType.of("notification-erasure", ErasureDone.class, "erasures");

    /**
     * Confirms it, with the change that forgets; once, however often it is ordered.
     *
     * @param order id by which it was ordered
     */
    static void confirm(UUID order, Change change) {
        if (change.find(ERASURES, order).isEmpty()) {
            change.create(
                    ERASURES,
                    order,
                    Decision.of(
                            new ErasureDone(change.now()),
                            new NotificationErasureConfirmed(order)));
        }
    }
}

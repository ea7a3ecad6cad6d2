package org.homeward.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.homeward.kit.journal.Stored;
import org.homeward.notification.delivery.Delivery.Delivered;
import org.homeward.notification.delivery.Delivery.Failed;
import org.homeward.notification.delivery.Delivery.Queued;
import org.homeward.notification.delivery.Delivery.Reason;
import org.homeward.notification.delivery.Delivery.Suppressed;
import org.homeward.notification.subscription.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * A message in a list: never who it is to, nor whose case it is about.
 *
 * @param about CloudEvents type of the event
 * @param at when it came to its end; while it is queued, when it is tried next
 * @param reason why it was not sent, else null
 */
record DeliveryView(
        UUID id,
        String about,
        Occasion occasion,
        DeliveryState state,
        int attempts,
        Instant at,
        @Nullable Reason reason) {

    static DeliveryView of(Stored<Delivery> stored) {
        var delivery = stored.state();
        return switch (delivery) {
            case Queued queued -> of(queued, queued.due(), null);
            case Delivered delivered -> of(delivered, delivered.at(), null);
            case Failed failed -> of(failed, failed.at(), failed.reason());
            case Suppressed suppressed -> of(suppressed, suppressed.at(), suppressed.reason());
        };
    }

    private static DeliveryView of(Delivery delivery, Instant at, @Nullable Reason reason) {
        return new DeliveryView(
                delivery.id(),
                delivery.message().about(),
                delivery.message().occasion(),
                DeliveryState.of(delivery),
                delivery.attempts(),
                at,
                reason);
    }
}

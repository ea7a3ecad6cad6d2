package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.notification.delivery.Delivery.Reason;
import org.homeward.notification.subscription.Subscription;
import org.jspecify.annotations.Nullable;

@UseCase("See what has become of messages")
class ReadDeliveries {

    private final Aggregates aggregates;

    ReadDeliveries(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    Page<DeliveryView> all(
            @Nullable DeliveryState state, @Nullable UUID webhook, PageRequest page) {
        var wanted = new Document();
        if (webhook != null) {
            wanted.append("state.message.to.webhook", webhook);
        }
        return list(wanted, state, page);
    }

    /**
     * Those to the actor; of what was out of her scope she learns nothing, nor of what may be,
     * because nobody knows yet where the case belongs: unless it was sent, and so was in it.
     */
    Page<DeliveryView> mine(Actor actor, @Nullable DeliveryState state, PageRequest page) {
        var hers =
                new Document("state.message.to.subscription", Subscription.idOf(actor))
                        .append("state.reason", new Document("$ne", Reason.OUT_OF_SCOPE.name()))
                        .append("$nor", List.of(unplacedAndNotSent()));
        return list(hers, state, page);
    }

    private static Document unplacedAndNotSent() {
        return new Document("state.message.placed", false)
                .append("state._class", new Document("$ne", DeliveryState.DELIVERED.stored()));
    }

    private Page<DeliveryView> list(
            Document filter, @Nullable DeliveryState state, PageRequest page) {
        if (state != null) {
            filter.append("state._class", state.stored());
        }
        return aggregates.list(DELIVERY, filter, Scope.everything(), page).map(DeliveryView::of);
    }
}

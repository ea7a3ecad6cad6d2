package org.homeward.notification.delivery;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.notification.delivery.Message.Recipient;

/** What deliveries store. */
public final class DeliveryTypes {

    static final AggregateType<Delivery> DELIVERY =
            AggregateType.of("notification", Delivery.class, "deliveries");

    private DeliveryTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(DELIVERY)
                .alias("delivery.queued", Delivery.Queued.class)
                .alias("delivery.delivered", Delivery.Delivered.class)
                .alias("delivery.failed", Delivery.Failed.class)
                .alias("delivery.suppressed", Delivery.Suppressed.class)
                .alias("recipient.staff", Recipient.Staff.class)
                .alias("recipient.beneficiary", Recipient.Beneficiary.class)
                .index(DELIVERY, "state.due")
                .index(DELIVERY, "state._class", "created", "_id")
                .index(DELIVERY, "state.message.to.subscription", "created", "_id");
    }
}

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
                .alias(DeliveryState.QUEUED.stored(), Delivery.Queued.class)
                .alias(DeliveryState.DELIVERED.stored(), Delivery.Delivered.class)
                .alias(DeliveryState.FAILED.stored(), Delivery.Failed.class)
                .alias(DeliveryState.SUPPRESSED.stored(), Delivery.Suppressed.class)
                .alias("recipient.staff", Recipient.Staff.class)
                .alias("recipient.beneficiary", Recipient.Beneficiary.class)
                .index(DELIVERY, "state.due")
                .index(DELIVERY, "state._class", "created", "_id")
                .index(DELIVERY, "state.message.to.subscription", "created", "_id");
    }
}

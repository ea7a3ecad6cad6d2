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
                .aggregate(ErasureDone.ERASURES)
                .alias("erasure.done", ErasureDone.class)
                .index(DELIVERY, "state.message.beneficiary", "state._class")
                .alias(DeliveryState.QUEUED.stored(), Delivery.Queued.class)
                .alias(DeliveryState.DELIVERED.stored(), Delivery.Delivered.class)
                .alias(DeliveryState.FAILED.stored(), Delivery.Failed.class)
                .alias(DeliveryState.SUPPRESSED.stored(), Delivery.Suppressed.class)
                .alias("message.notice", Message.Notice.class)
                .alias("message.digest", Message.Digest.class)
                .alias("message.post", Message.Post.class)
                .alias("recipient.staff", Recipient.Staff.class)
                .alias("recipient.beneficiary", Recipient.Beneficiary.class)
                .alias("recipient.webhook", Recipient.Webhook.class)
                .index(DELIVERY, "state.message.to.webhook", "state.due")
                .index(DELIVERY, "state.message.to.webhook", "state.message.happened", "_id")
                .index(DELIVERY, "state.message.to.webhook", "created", "_id")
                .index(DELIVERY, "state._class", "created", "_id")
                .index(DELIVERY, "state.message.to.subscription", "created", "_id");
    }
}

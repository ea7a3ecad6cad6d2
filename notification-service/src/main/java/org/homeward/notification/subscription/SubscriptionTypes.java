package org.homeward.notification.subscription;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** What subscriptions store. */
public final class SubscriptionTypes {

    public static final AggregateType<Subscription> SUBSCRIPTION =
            AggregateType.of("subscription", Subscription.class, "subscriptions");

    private SubscriptionTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(SUBSCRIPTION)
                .alias("subscription.active", Subscription.Active.class)
                .alias("subscription.cancelled", Subscription.Cancelled.class)
                .index(SUBSCRIPTION, "state.occasions");
    }
}

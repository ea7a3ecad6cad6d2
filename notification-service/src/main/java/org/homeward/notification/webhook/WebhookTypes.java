package org.homeward.notification.webhook;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** What webhooks store. */
public final class WebhookTypes {

    public static final AggregateType<Webhook> WEBHOOK =
            AggregateType.of("webhook", Webhook.class, "webhooks");

    private WebhookTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(WEBHOOK)
                .alias(WebhookState.UNCONFIRMED.stored(), Webhook.Unconfirmed.class)
                .alias(WebhookState.ACTIVE.stored(), Webhook.Active.class)
                .alias(WebhookState.PAUSED.stored(), Webhook.Paused.class)
                .alias("webhook.removed", Webhook.Removed.class)
                .index(WEBHOOK, "state.endpoint.events");
    }
}

package org.homeward.notification;

import org.homeward.kit.mongo.StoredTypes;
import org.homeward.notification.delivery.DeliveryTypes;
import org.homeward.notification.subscription.SubscriptionTypes;
import org.homeward.notification.webhook.WebhookTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything this service stores, by the names it has in the database. */
@Configuration
class StoredConfiguration {

    @Bean
    StoredTypes storedTypes() {
        var types = StoredTypes.builder();
        SubscriptionTypes.declare(types);
        WebhookTypes.declare(types);
        DeliveryTypes.declare(types);
        return types.build();
    }
}

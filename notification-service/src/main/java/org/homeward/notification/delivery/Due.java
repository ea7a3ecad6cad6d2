package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** What is to be sent by now, the longest due first. */
@Component
class Due {

    private final MongoTemplate template;
    private final Clock clock;

    Due(MongoTemplate template, Clock clock) {
        this.template = template;
        this.clock = clock;
    }

    List<UUID> mails(int most) {
        return to(null, most);
    }

    List<UUID> posts(UUID webhook, int most) {
        return to(webhook, most);
    }

    private List<UUID> to(@Nullable UUID webhook, int most) {
        var due =
                new Document("state.message.to.webhook", webhook)
                        .append("state.due", new Document("$lte", Date.from(clock.instant())));
        return template.getDb()
                .getCollection(DELIVERY.collection())
                .find(due)
                .sort(new Document("state.due", 1))
                .projection(new Document("_id", 1))
                .limit(most)
                .map(found -> found.get("_id", UUID.class))
                .into(new ArrayList<>());
    }
}

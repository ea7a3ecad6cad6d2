package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.time.ProgrammeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** What is to be sent by now, and which days' mails are to be closed; the longest due first. */
@Component
class Due {

    private final MongoTemplate template;
    private final Clock clock;
    private final ProgrammeClock programme;

    Due(MongoTemplate template, Clock clock, ProgrammeClock programme) {
        this.template = template;
        this.clock = clock;
        this.programme = programme;
    }

    List<UUID> digests(int most) {
        return found(new Document(), "state.closes", programme.instant(), most);
    }

    List<UUID> mails(int most) {
        return to(null, most);
    }

    List<UUID> posts(UUID webhook, int most) {
        return to(webhook, most);
    }

    private List<UUID> to(@Nullable UUID webhook, int most) {
        return found(
                new Document("state.message.to.webhook", webhook),
                "state.due",
                clock.instant(),
                most);
    }

    private List<UUID> found(Document wanted, String field, Instant by, int most) {
        return template.getDb()
                .getCollection(DELIVERY.collection())
                .find(wanted.append(field, new Document("$lte", Date.from(by))))
                .sort(new Document(field, 1))
                .projection(new Document("_id", 1))
                .limit(most)
                .map(found -> found.get("_id", UUID.class))
                .into(new ArrayList<>());
    }
}

package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import com.mongodb.client.model.Aggregates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.notification.delivery.Digests.Day;
import org.homeward.notification.delivery.Message.Recipient;
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

    /** Those of which something is left to be told. */
    List<Day> digests(int most) {
        var ended = new Document("$lte", Date.from(programme.instant()));
        return template.getDb()
                .getCollection(Digests.COLLECTION)
                .aggregate(
                        List.of(
                                Aggregates.match(new Document(Digests.CLOSES, ended)),
                                Aggregates.group(
                                        new Document(
                                                        Digests.SUBSCRIPTION,
                                                        "$" + Digests.SUBSCRIPTION)
                                                .append(Digests.CLOSES, "$" + Digests.CLOSES)),
                                Aggregates.sort(new Document("_id." + Digests.CLOSES, 1)),
                                Aggregates.limit(most)))
                .map(found -> day(found.get("_id", Document.class)))
                .into(new ArrayList<>());
    }

    private static Day day(Document found) {
        return new Day(
                new Recipient.Staff(found.get(Digests.SUBSCRIPTION, UUID.class)),
                found.getDate(Digests.CLOSES).toInstant());
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

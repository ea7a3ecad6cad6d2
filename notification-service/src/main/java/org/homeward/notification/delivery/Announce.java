package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;
import static org.homeward.notification.subscription.SubscriptionTypes.SUBSCRIPTION;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.kit.inbox.Received;
import org.homeward.kit.journal.Change;
import org.homeward.notification.delivery.Message.Recipient;
import org.homeward.notification.subscription.Occasion;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Queues one message for each who wants to hear of an event, in the transaction that takes the
 * event in. The id of a message is derived from event and recipient: nobody is told twice.
 */
@Component
class Announce {

    private final EventCatalogue catalogue;

    Announce(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void toStaff(
            Occasion occasion,
            Event event,
            Map<String, String> facts,
            @Nullable UUID beneficiary,
            Received received,
            Change change) {
        for (Document subscription :
                change.mongo()
                        .find(
                                Query.query(Criteria.where("state.occasions").is(occasion.name())),
                                Document.class,
                                SUBSCRIPTION.collection())) {
            var to = new Recipient.Staff(subscription.get("_id", UUID.class));
            queue(
                    to.subscription(),
                    new Message(
                            received.id(),
                            catalogue.typeOf(event),
                            occasion,
                            to,
                            facts,
                            beneficiary),
                    change);
        }
    }

    void toBeneficiary(
            Occasion occasion,
            Event event,
            Map<String, String> facts,
            UUID beneficiary,
            Received received,
            Change change) {
        queue(
                beneficiary,
                new Message(
                        received.id(),
                        catalogue.typeOf(event),
                        occasion,
                        new Recipient.Beneficiary(beneficiary),
                        facts,
                        beneficiary),
                change);
    }

    private static void queue(UUID recipient, Message message, Change change) {
        var name = message.event() + " " + recipient;
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        change.create(DELIVERY, id, Delivery.queue(id, message, change.now()));
    }
}

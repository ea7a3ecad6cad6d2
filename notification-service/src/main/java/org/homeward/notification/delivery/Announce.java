package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import java.util.Map;
import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.homeward.notification.delivery.Message.Recipient;
import org.homeward.notification.subscription.Subscribers;
import org.springframework.stereotype.Component;

/**
 * Queues one message for each who wants to hear of an event, in the transaction that takes the
 * event in. The id of a message follows from event and recipient: nobody is told twice.
 */
@Component
class Announce {

    private final Subscribers subscribers;
    private final People people;
    private final MessageIds ids;

    Announce(Subscribers subscribers, People people, MessageIds ids) {
        this.subscribers = subscribers;
        this.people = people;
        this.ids = ids;
    }

    void toStaff(News news, Change change) {
        var place =
                news.beneficiary() == null
                        ? null
                        : people.find(news.beneficiary(), change.mongo()).orElse(null);
        boolean placed = news.beneficiary() == null || place != null;
        for (UUID subscription : subscribers.of(news.occasion(), place, change)) {
            queue(new Recipient.Staff(subscription), news, news.facts(), placed, change);
        }
    }

    /** Whether she may be written to is asked when it is sent, not here. */
    void toBeneficiary(News news, UUID beneficiary, Change change) {
        queue(new Recipient.Beneficiary(beneficiary), news, Map.of(), true, change);
    }

    private void queue(
            Recipient to, News news, Map<String, String> facts, boolean placed, Change change) {
        var id = ids.of(news.event(), to.id());
        if (news.isNew(change.now()) && change.find(DELIVERY, id).isEmpty()) {
            var message =
                    new Message(
                            news.event(),
                            news.about(),
                            news.occasion(),
                            to,
                            facts,
                            news.beneficiary(),
                            placed);
            change.create(DELIVERY, id, Delivery.queue(id, message, change.now()));
        }
    }
}

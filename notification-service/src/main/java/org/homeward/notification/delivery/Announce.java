package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import java.util.Map;
import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.notification.delivery.Message.Recipient;
import org.homeward.notification.subscription.Subscribers;
import org.springframework.stereotype.Component;

/**
 * Queues one message for each who wants to hear of an event, in the transaction that takes the
 * event in. The id of a message follows from event and recipient: nobody is told twice.
 *
 * <p>What is heard of days late is not sent. Who had subscribed when it happened finds it among her
 * messages as missed; a service that reads the topics anew has no such subscribers and leaves no
 * trace of old times.
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
        boolean isNew = news.isNew(change.now());
        var before = isNew ? null : news.happened();
        for (UUID subscription : subscribers.of(news.occasion(), place, before, change)) {
            var message = message(new Recipient.Staff(subscription), news, news.facts(), placed);
            var id = ids.of(news.event(), subscription);
            record(
                    id,
                    isNew
                            ? Delivery.queue(id, message, change.now())
                            : Delivery.tooLate(id, message, change.now()),
                    change);
        }
    }

    /**
     * Whether she may be written to is asked when it is sent, not here. Of what is too late nothing
     * is recorded: nothing here says since when she could have been written to.
     */
    void toBeneficiary(News news, UUID beneficiary, Change change) {
        if (news.isNew(change.now())) {
            var message = message(new Recipient.Beneficiary(beneficiary), news, Map.of(), true);
            var id = ids.of(news.event(), beneficiary);
            record(id, Delivery.queue(id, message, change.now()), change);
        }
    }

    private static Message message(
            Recipient to, News news, Map<String, String> facts, boolean placed) {
        return new Message(
                news.event(), news.about(), news.occasion(), to, facts, news.beneficiary(), placed);
    }

    private static void record(UUID id, Decision<Delivery> made, Change change) {
        if (change.find(DELIVERY, id).isEmpty()) {
            change.create(DELIVERY, id, made);
        }
    }
}

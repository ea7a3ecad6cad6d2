package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.access.GlassBroken;
import org.homeward.kit.inbox.Received;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.notification.delivery.Message.Notice;
import org.homeward.notification.delivery.Message.Post;
import org.homeward.notification.delivery.Message.Recipient;
import org.homeward.notification.subscription.Pace;
import org.homeward.notification.subscription.Subscribers;
import org.homeward.notification.subscription.Subscribers.Subscriber;
import org.homeward.notification.webhook.PublicEvents;
import org.homeward.notification.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Queues one message for each who wants to hear of an event, in the transaction that takes the
 * event in. The id of a message follows from event and recipient: nobody is told twice.
 *
 * <p>What is heard of days late is not mailed. Who had subscribed when it happened finds it among
 * her messages as missed; a service that reads the topics anew has no such subscribers and leaves
 * no trace of old times.
 */
@Component
class Announce {

    private final Subscribers subscribers;
    private final People people;
    private final MessageIds ids;
    private final Digests digests;
    private final EventCatalogue catalogue;
    private final Webhooks webhooks;
    private final PublicEvents published;

    Announce(
            Subscribers subscribers,
            People people,
            MessageIds ids,
            Digests digests,
            EventCatalogue catalogue,
            Webhooks webhooks,
            PublicEvents published) {
        this.subscribers = subscribers;
        this.people = people;
        this.ids = ids;
        this.digests = digests;
        this.catalogue = catalogue;
        this.webhooks = webhooks;
        this.published = published;
    }

    /** However late it is heard of: machines want all of it. */
    void toWebhooks(Event event, Received received, Change change) {
        var type = catalogue.typeOf(event);
        for (UUID webhook : webhooks.wanting(type, change)) {
            var post =
                    new Post(
                            received.id(),
                            type,
                            new Recipient.Webhook(webhook),
                            event.beneficiary(),
                            received.time(),
                            published.body(event, received));
            var id = ids.of(received.id(), webhook);
            record(id, Delivery.queue(id, post, change.now()), change);
        }
    }

    void toStaff(News news, Change change) {
        var place =
                news.beneficiary() == null
                        ? null
                        : people.find(news.beneficiary(), change.mongo()).orElse(null);
        boolean placed = news.beneficiary() == null || place != null;
        tell(
                subscribers.of(news.occasion(), place, before(news, change), change),
                news,
                placed,
                change);
    }

    /**
     * Of a file that was opened out of scope.
     *
     * @return how many are told, or, where it is heard of too late, have missed it
     */
    int toReviewers(News news, GlassBroken opened, Change change) {
        var reviewers =
                subscribers.reviewers(opened.by(), opened.district(), before(news, change), change);
        tell(reviewers, news, true, change);
        return reviewers.size();
    }

    private static @Nullable Instant before(News news, Change change) {
        return news.isNew(change.now()) ? null : news.happened();
    }

    private void tell(List<Subscriber> wanting, News news, boolean placed, Change change) {
        boolean isNew = news.isNew(change.now());
        for (var subscriber : wanting) {
            var staff = new Recipient.Staff(subscriber.subscription());
            var message = notice(staff, news, news.facts(), placed);
            // what nobody knows yet to be in her scope waits for itself: a day's mail must not
            if (subscriber.pace() == Pace.DAILY && !news.occasion().isUrgent() && isNew && placed) {
                digests.gather(staff, message, news.happened(), change);
            } else {
                var id = ids.of(news.event(), subscriber.subscription());
                record(
                        id,
                        isNew
                                ? Delivery.queue(id, message, change.now())
                                : Delivery.tooLate(id, message, change.now()),
                        change);
            }
        }
    }

    /**
     * Whether she may be written to is asked when it is sent, not here. Of what is too late nothing
     * is recorded: nothing here says since when she could have been written to.
     */
    void toBeneficiary(News news, UUID beneficiary, Change change) {
        if (news.isNew(change.now())) {
            var message = notice(new Recipient.Beneficiary(beneficiary), news, Map.of(), true);
            var id = ids.of(news.event(), beneficiary);
            record(id, Delivery.queue(id, message, change.now()), change);
        }
    }

    private static Notice notice(
            Recipient.Person to, News news, Map<String, String> facts, boolean placed) {
        return new Notice(
                news.event(), news.about(), news.occasion(), to, facts, news.beneficiary(), placed);
    }

    private static void record(UUID id, Decision<Delivery> made, Change change) {
        if (change.find(DELIVERY, id).isEmpty()) {
            change.create(DELIVERY, id, made);
        }
    }
}

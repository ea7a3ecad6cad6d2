package org.homeward.notification.delivery;

import static org.homeward.notification.subscription.SubscriptionTypes.SUBSCRIPTION;
import static org.homeward.notification.webhook.WebhookTypes.WEBHOOK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.peer.PeerAway;
import org.homeward.kit.security.Scope;
import org.homeward.notification.channel.NotTaken;
import org.homeward.notification.channel.NotTaken.Kind;
import org.homeward.notification.delivery.Delivery.Obstacle;
import org.homeward.notification.delivery.Delivery.Queued;
import org.homeward.notification.delivery.Delivery.Reason;
import org.homeward.notification.delivery.Message.Digest;
import org.homeward.notification.delivery.Message.Notice;
import org.homeward.notification.delivery.Message.Post;
import org.homeward.notification.delivery.Message.Recipient;
import org.homeward.notification.mail.Mailer;
import org.homeward.notification.mail.Templates;
import org.homeward.notification.mail.Text;
import org.homeward.notification.subscription.Subscribers;
import org.homeward.notification.subscription.Subscription.Active;
import org.homeward.notification.webhook.Poster;
import org.homeward.notification.webhook.Webhook;
import org.homeward.notification.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * One attempt to send one message: what is allowed is looked up now, not when it was queued. It
 * changes nothing; it says what has become of the message.
 */
@Component
class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final MongoTemplate mongo;
    private final Aggregates aggregates;
    private final People people;
    private final Contacts contacts;
    private final Templates templates;
    private final Mailer mailer;
    private final Webhooks webhooks;
    private final Poster poster;
    private final Subscribers subscribers;
    private final Clock clock;
    private final Alarms alarms;

    Attempt(
            MongoTemplate mongo,
            Aggregates aggregates,
            People people,
            Contacts contacts,
            Templates templates,
            Mailer mailer,
            Webhooks webhooks,
            Poster poster,
            Subscribers subscribers,
            Clock clock,
            Alarms alarms) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.people = people;
        this.contacts = contacts;
        this.templates = templates;
        this.mailer = mailer;
        this.webhooks = webhooks;
        this.poster = poster;
        this.subscribers = subscribers;
        this.clock = clock;
        this.alarms = alarms;
    }

    Outcome of(Queued queued) {
        try {
            return switch (queued.message()) {
                case Notice notice ->
                        switch (notice.to()) {
                            case Recipient.Staff staff ->
                                    toStaff(
                                            queued,
                                            staff,
                                            List.of(notice),
                                            (_, language) -> notice(notice, language));
                            case Recipient.Beneficiary person ->
                                    toBeneficiary(queued, notice, person);
                        };
                case Digest digest -> toStaff(queued, digest.to(), digest.notices(), this::digest);
                case Post post -> toWebhook(queued, post);
            };
        } catch (PeerAway away) {
            return later(queued, Obstacle.AWAY, away.getMessage());
        } catch (NotTaken no) {
            return switch (no.kind()) {
                case SERVER_AWAY -> later(queued, Obstacle.AWAY, no.getMessage());
                case NOT_NOW -> later(queued, Obstacle.NOT_YET, no.getMessage());
                case NEVER -> (q, now) -> q.failed(Reason.REFUSED, now);
            };
        } catch (RuntimeException trouble) {
            return troubled(queued, trouble);
        }
    }

    private Outcome troubled(Queued queued, RuntimeException trouble) {
        alarms.raise("delivery", "A message could not be made", trouble);
        return later(queued, Obstacle.NOT_YET, trouble.getClass().getSimpleName());
    }

    private Outcome toStaff(
            Queued queued,
            Recipient.Staff staff,
            List<Notice> notices,
            BiFunction<List<Notice>, String, Text> text) {
        var subscription = aggregates.find(SUBSCRIPTION, staff.subscription(), Scope.everything());
        if (subscription.isEmpty()
                || !(subscription.get().state() instanceof Active active)
                || !active.address().isReadable()) {
            return (q, now) -> q.suppressed(Reason.NOT_SUBSCRIBED, now);
        }
        var wanted = notices.stream().filter(one -> active.wants(one.occasion())).toList();
        if (wanted.isEmpty()) {
            return (q, now) -> q.suppressed(Reason.NOT_SUBSCRIBED, now);
        }
        if (!clock.instant().isBefore(subscribers.silentFrom(active))) {
            return (q, now) -> q.suppressed(Reason.NOT_RENEWED, now);
        }
        var hers = new ArrayList<Notice>();
        for (var notice : wanted) {
            if (notice.beneficiary() == null) {
                hers.add(notice);
                continue;
            }
            var place = people.find(notice.beneficiary(), mongo);
            if (place.isEmpty() && people.isErased(notice.beneficiary(), mongo)) {
                continue;
            }
            if (place.isEmpty()) {
                return later(queued, Obstacle.NOT_YET, "whose case it is was not heard of yet");
            }
            if (active.covers(notice.occasion(), place.get())) {
                hers.add(notice);
            }
        }
        if (hers.isEmpty()) {
            return (q, now) -> q.suppressed(Reason.OUT_OF_SCOPE, now);
        }
        var sent = mailed(queued, active.address().open(), text.apply(hers, active.language()));
        return (q, now) -> sent.decide(q.telling(hers), now);
    }

    private Text notice(Notice notice, String language) {
        return templates.toStaff(notice.occasion(), language, notice.facts());
    }

    private Text digest(List<Notice> notices, String language) {
        return templates.digest(
                language,
                notices.stream()
                        .map(one -> templates.brief(one.occasion(), language, one.facts()))
                        .toList());
    }

    private Outcome toBeneficiary(Queued queued, Notice message, Recipient.Beneficiary person) {
        var contact = contacts.byEmail(person.id());
        if (contact.isEmpty()) {
            return (q, now) -> q.suppressed(Reason.NOT_REACHABLE, now);
        }
        return mailed(
                queued,
                contact.get().address(),
                templates.toBeneficiary(message.occasion(), contact.get().language()));
    }

    private Outcome mailed(Queued queued, String address, Text text) {
        mailer.send(queued.id(), address, text);
        return (q, now) -> q.delivered(text.version(), now);
    }

    private Outcome toWebhook(Queued queued, Post post) {
        Webhook webhook;
        try {
            webhook =
                    aggregates
                            .find(WEBHOOK, post.to().webhook(), Scope.everything())
                            .orElseThrow()
                            .state();
        } catch (RuntimeException trouble) {
            // it may have been paused for all this time: that its patience has ended is not known
            return patientFromNow(troubled(queued, trouble));
        }
        return switch (webhook) {
            case Webhook.Active active -> posted(queued, post, active);
            case Webhook.Paused _ ->
                    patientFromNow(later(queued, Obstacle.AWAY, "the webhook was paused"));
            case Webhook.Unconfirmed _, Webhook.Removed _ ->
                    (q, now) -> q.suppressed(Reason.NOT_SUBSCRIBED, now);
        };
    }

    private static Outcome patientFromNow(Outcome later) {
        return (q, now) -> later.decide(q.patientFrom(now), now);
    }

    private static Outcome patientFrom(Instant begin, Outcome later) {
        return (q, now) -> later.decide(q.patientFrom(begin), now);
    }

    private Outcome posted(Queued queued, Post post, Webhook.Active active) {
        try {
            if (people.isErased(post.beneficiary(), mongo)) {
                return (q, now) -> q.suppressed(Reason.PERSON_ERASED, now);
            }
            poster.post(active, queued.id(), post.body());
            return new Answered(
                    (q, now) -> q.delivered(null, now),
                    change -> webhooks.hasTaken(active.id(), change));
        } catch (NotTaken no) {
            var obstacle = no.kind() == Kind.SERVER_AWAY ? Obstacle.AWAY : Obstacle.NOT_YET;
            var later = later(queued, obstacle, no.rest(), no.getMessage());
            return new Answered(
                    patientFrom(active.since(), later),
                    change -> webhooks.hasRefused(active.id(), no.kind() == Kind.NEVER, change));
        } catch (RuntimeException trouble) {
            return patientFrom(active.since(), troubled(queued, trouble));
        }
    }

    private static Outcome later(Queued queued, Obstacle obstacle, @Nullable String why) {
        return later(queued, obstacle, Duration.ZERO, why);
    }

    private static Outcome later(
            Queued queued, Obstacle obstacle, Duration rest, @Nullable String why) {
        LOG.warn("Delivery {} is postponed: {}", queued.id(), why);
        double jitter = ThreadLocalRandom.current().nextDouble();
        return (q, now) -> q.postponed(obstacle, jitter, rest, now);
    }

    /** What has become of a message. */
    @FunctionalInterface
    interface Outcome {
        Decision<Delivery> decide(Queued queued, Instant now);

        /** What is remembered of the recipient, with the message. */
        default void remember(Change change) {}
    }

    /** How a webhook answered. */
    private record Answered(Outcome message, Consumer<Change> webhook) implements Outcome {

        @Override
        public Decision<Delivery> decide(Queued queued, Instant now) {
            return message.decide(queued, now);
        }

        @Override
        public void remember(Change change) {
            webhook.accept(change);
        }
    }
}

package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;
import static org.homeward.notification.subscription.SubscriptionTypes.SUBSCRIPTION;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.security.Scope;
import org.homeward.notification.delivery.Delivery.Queued;
import org.homeward.notification.delivery.Delivery.Reason;
import org.homeward.notification.delivery.Message.Recipient;
import org.homeward.notification.mail.Mailer;
import org.homeward.notification.mail.Templates;
import org.homeward.notification.subscription.Subscription.Active;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, on any number of instances. An attempt is claimed by a change before it is
 * made, so two instances do not send the same at once; who dies in between leaves it to the next
 * after the lease.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int BATCH = 100;

    private final MongoTemplate template;
    private final Journal journal;
    private final Aggregates aggregates;
    private final People people;
    private final Contacts contacts;
    private final Templates templates;
    private final Mailer mailer;
    private final Clock clock;

    Postman(
            MongoTemplate template,
            Journal journal,
            Aggregates aggregates,
            People people,
            Contacts contacts,
            Templates templates,
            Mailer mailer,
            Clock clock) {
        this.template = template;
        this.journal = journal;
        this.aggregates = aggregates;
        this.people = people;
        this.contacts = contacts;
        this.templates = templates;
        this.mailer = mailer;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${homeward.delivery.every:500ms}")
    void round() {
        var due = new Document("state.due", new Document("$lte", Date.from(clock.instant())));
        for (Document delivery :
                template.getDb()
                        .getCollection(DELIVERY.collection())
                        .find(due)
                        .sort(new Document("state.due", 1))
                        .projection(new Document("_id", 1))
                        .limit(BATCH)
                        .into(new ArrayList<>())) {
            deliver(delivery.get("_id", UUID.class));
        }
    }

    private void deliver(UUID id) {
        change(id, (queued, now) -> queued.due().isAfter(now) ? null : queued.attempt(now))
                .ifPresent(
                        claimed -> {
                            var outcome = send(claimed);
                            change(id, (queued, now) -> outcome.decide(queued, now));
                        });
    }

    private Outcome send(Queued queued) {
        var message = queued.message();
        try {
            return switch (message.to()) {
                case Recipient.Staff staff -> toStaff(queued, staff);
                case Recipient.Beneficiary person -> toBeneficiary(queued, person);
            };
        } catch (Mailer.NotTaken | Contacts.Away later) {
            LOG.warn("delivery {} postponed: {}", queued.id(), later.getMessage());
            double jitter = ThreadLocalRandom.current().nextDouble();
            return (q, now) -> q.postponed(now, jitter);
        }
    }

    private Outcome toStaff(Queued queued, Recipient.Staff staff) {
        var message = queued.message();
        var subscription =
                aggregates
                        .find(SUBSCRIPTION, staff.subscription(), Scope.everything())
                        .orElseThrow()
                        .state();
        if (!(subscription instanceof Active active) || !active.wants(message.occasion())) {
            return (q, now) -> q.suppressed(Reason.NOT_SUBSCRIBED, now);
        }
        if (message.beneficiary() != null) {
            var person = people.find(message.beneficiary());
            if (person.isEmpty()) {
                throw new Contacts.Away("the person is not known by event yet");
            }
            if (!active.covers(person.get().district(), person.get().organisation())) {
                return (q, now) -> q.suppressed(Reason.OUT_OF_SCOPE, now);
            }
        }
        mailer.send(
                queued.id(),
                active.address().open(),
                templates.fill("staff", message.occasion(), active.language(), message.facts()));
        return Queued::delivered;
    }

    private Outcome toBeneficiary(Queued queued, Recipient.Beneficiary person) {
        var message = queued.message();
        var contact = contacts.byEmail(person.id());
        if (contact.isEmpty()) {
            return (q, now) -> q.suppressed(Reason.NO_CONSENT, now);
        }
        mailer.send(
                queued.id(),
                contact.get().address(),
                templates.fill(
                        "beneficiary",
                        message.occasion(),
                        contact.get().language(),
                        message.facts()));
        return Queued::delivered;
    }

    /** Empty when it is no longer queued or the decision was to leave it. */
    private Optional<Queued> change(
            UUID id, BiFunction<Queued, java.time.Instant, Decision<Delivery>> decide) {
        return journal.inTransaction(
                Origin.system("deliver", UUID.randomUUID()),
                change ->
                        change.find(DELIVERY, id)
                                .flatMap(
                                        stored -> {
                                            if (!(stored.state() instanceof Queued queued)) {
                                                return Optional.empty();
                                            }
                                            var decision = decide.apply(queued, change.now());
                                            if (decision == null) {
                                                return Optional.empty();
                                            }
                                            var after = change.update(stored, decision).state();
                                            return after instanceof Queued q
                                                    ? Optional.of(q)
                                                    : Optional.of(queued);
                                        }));
    }

    /** What became of an attempt. */
    @FunctionalInterface
    private interface Outcome {
        Decision<Delivery> decide(Queued queued, java.time.Instant now);
    }
}

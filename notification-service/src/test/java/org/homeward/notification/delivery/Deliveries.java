package org.homeward.notification.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.homeward.notification.delivery.Delivery.Queued;
import org.homeward.notification.delivery.Message.Notice;
import org.homeward.notification.delivery.Message.Post;
import org.homeward.notification.delivery.Message.Recipient;
import org.homeward.notification.subscription.Occasion;

/** Messages for tests. */
final class Deliveries {

    static final Instant QUEUED_AT = Instant.parse("2026-03-01T06:00:00Z");

    private Deliveries() {}

    static Queued aboutAStory() {
        var message =
                new Notice(
                        UUID.randomUUID(),
                        "homeward.story.published.v1",
                        Occasion.STORY_PUBLISHED,
                        new Recipient.Staff(UUID.randomUUID()),
                        Map.of("story", UUID.randomUUID().toString()),
                        null,
                        true);
        return (Queued) Delivery.queue(UUID.randomUUID(), message, QUEUED_AT).state();
    }

    static Queued aboutAnOpening() {
        var message =
                new Notice(
                        UUID.randomUUID(),
                        "homeward.glass.broken.v1",
                        Occasion.GLASS_BROKEN,
                        new Recipient.Staff(UUID.randomUUID()),
                        Map.of("opening", UUID.randomUUID().toString()),
                        null,
                        true);
        return (Queued) Delivery.queue(UUID.randomUUID(), message, QUEUED_AT).state();
    }

    static Queued toABeneficiary() {
        var beneficiary = UUID.randomUUID();
        var message =
                new Notice(
                        UUID.randomUUID(),
                        "homeward.grant.approved.v1",
                        Occasion.GRANT_APPROVED,
                        new Recipient.Beneficiary(beneficiary),
                        Map.of(),
                        beneficiary,
                        true);
        return (Queued) Delivery.queue(UUID.randomUUID(), message, QUEUED_AT).state();
    }

    static Queued toAWebhook() {
        var message =
                new Post(
                        UUID.randomUUID(),
                        "homeward.story.published.v1",
                        new Recipient.Webhook(UUID.randomUUID()),
                        null,
                        QUEUED_AT,
                        "{}");
        return (Queued) Delivery.queue(UUID.randomUUID(), message, QUEUED_AT).state();
    }

    /** Taken up for the nth time. */
    static Queued claimed(int attempts, Instant now) {
        return claimed(aboutAStory(), attempts, now);
    }

    static Queued claimed(Queued queued, int attempts, Instant now) {
        for (int i = 0; i < attempts; i++) {
            queued = (Queued) queued.claim(now).state();
        }
        return queued;
    }
}

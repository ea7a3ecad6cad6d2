package org.homeward.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.homeward.kit.journal.Stored;
import org.homeward.notification.delivery.Delivery.Delivered;
import org.homeward.notification.delivery.Delivery.Failed;
import org.homeward.notification.delivery.Delivery.Queued;
import org.homeward.notification.delivery.Delivery.Reason;
import org.homeward.notification.delivery.Delivery.Suppressed;
import org.homeward.notification.delivery.Message.Digest;
import org.homeward.notification.delivery.Message.Notice;
import org.homeward.notification.delivery.Message.Post;
import org.homeward.notification.delivery.Message.Recipient;
import org.homeward.notification.subscription.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * A message in a list: never which person it is to, nor whose case it is about.
 *
 * @param about CloudEvents type of the event; null for a digest, which is about several
 * @param occasion null for a digest and for what is posted
 * @param webhook that it is posted to; null for mails
 * @param at when it came to its end; while it is queued, when it is tried next
 * @param reason why it was not sent, else null; of what was not to be sent to a beneficiary always
 *     the same, so that nobody learns what she consented to
 * @param template version of the text that was mailed, else null
 */
record DeliveryView(
        UUID id,
        @Nullable String about,
        @Nullable Occasion occasion,
        @Nullable UUID webhook,
        DeliveryState state,
        int attempts,
        Instant at,
        @Nullable Reason reason,
        @Nullable String template) {

    static DeliveryView of(Stored<Delivery> stored) {
        var delivery = stored.state();
        return switch (delivery) {
            case Queued queued -> of(queued, queued.due(), null);
            case Delivered delivered -> of(delivered, delivered.at(), null);
            case Failed failed -> of(failed, failed.at(), failed.reason());
            case Suppressed suppressed -> of(suppressed, suppressed.at(), shown(suppressed));
        };
    }

    private static Reason shown(Suppressed suppressed) {
        return suppressed.message().to() instanceof Recipient.Beneficiary
                ? Reason.NOT_REACHABLE
                : suppressed.reason();
    }

    private static DeliveryView of(Delivery delivery, Instant at, @Nullable Reason reason) {
        return switch (delivery.message()) {
            case Notice notice -> of(delivery, notice.about(), notice.occasion(), null, at, reason);
            case Digest _ -> of(delivery, null, null, null, at, reason);
            case Post post -> of(delivery, post.about(), null, post.to().webhook(), at, reason);
        };
    }

    private static DeliveryView of(
            Delivery delivery,
            @Nullable String about,
            @Nullable Occasion occasion,
            @Nullable UUID webhook,
            Instant at,
            @Nullable Reason reason) {
        return new DeliveryView(
                delivery.id(),
                about,
                occasion,
                webhook,
                DeliveryState.of(delivery),
                delivery.attempts(),
                at,
                reason,
                delivery instanceof Delivered delivered ? delivered.template() : null);
    }
}

package org.homeward.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.notification.DeliveryChannel;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.contracts.notification.NotificationFailed;
import org.homeward.kit.journal.Decision;

/** A message on its way by e-mail. It is sent at least once, always with the same Message-ID. */
public sealed interface Delivery {

    /** After this many the message has failed: two days and a half with the pauses below. */
    int MOST_ATTEMPTS = 12;

    /** A sender that has not come back by then is taken for dead. */
    Duration LEASE = Duration.ofMinutes(2);

    UUID id();

    Message message();

    static Decision<Delivery> queue(UUID id, Message message, Instant now) {
        return Decision.of(new Queued(id, message, 0, now));
    }

    /**
     * Waits for its time.
     *
     * @param attempts made so far
     * @param due not before
     */
    record Queued(UUID id, Message message, int attempts, Instant due) implements Delivery {

        /** Somebody sends it now; nobody else does before the lease has ended. */
        Decision<Delivery> attempt(Instant now) {
            return Decision.of(new Queued(id, message, attempts + 1, now.plus(LEASE)));
        }

        Decision<Delivery> delivered(Instant now) {
            return Decision.of(
                    new Delivered(id, message, attempts, now),
                    new NotificationDelivered(id, DeliveryChannel.EMAIL, message.about()));
        }

        /**
         * It could not be sent now: again later, or given up.
         *
         * @param jitter 0 to 1, so that not all come back at once
         */
        Decision<Delivery> postponed(Instant now, double jitter) {
            if (attempts >= MOST_ATTEMPTS) {
                return Decision.of(
                        new Failed(id, message, attempts, now),
                        new NotificationFailed(id, DeliveryChannel.EMAIL, message.about()));
            }
            var pause = Duration.ofSeconds(5L << Math.min(2 * attempts, 12));
            var bounded = pause.compareTo(Duration.ofHours(6)) > 0 ? Duration.ofHours(6) : pause;
            long millis = (long) (bounded.toMillis() * (0.5 + jitter / 2));
            return Decision.of(new Queued(id, message, attempts, now.plusMillis(millis)));
        }

        Decision<Delivery> suppressed(Reason reason, Instant now) {
            return Decision.of(new Suppressed(id, message, reason, now));
        }
    }

    /** The mail server took it. */
    record Delivered(UUID id, Message message, int attempts, Instant at) implements Delivery {}

    /** Given up; an operator is told by event. */
    record Failed(UUID id, Message message, int attempts, Instant at) implements Delivery {}

    /** Was not to be sent. */
    record Suppressed(UUID id, Message message, Reason reason, Instant at) implements Delivery {}

    /** Why a message was not sent. */
    enum Reason {
        NO_CONSENT,
        NOT_SUBSCRIBED,
        OUT_OF_SCOPE
    }
}

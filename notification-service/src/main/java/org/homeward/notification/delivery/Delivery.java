package org.homeward.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Event;
import org.homeward.contracts.notification.DeliveryChannel;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.contracts.notification.NotificationFailed;
import org.homeward.kit.journal.Decision;
import org.homeward.notification.delivery.Message.Digest;
import org.homeward.notification.delivery.Message.Notice;
import org.homeward.notification.subscription.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way, by e-mail or to a webhook. It is sent at least once, always with the same
 * Message-ID or webhook-id, and given up only when the recipient's mail server refuses it for good
 * or after {@link #PATIENCE}.
 */
public sealed interface Delivery {

    /** RFC 5321 section 4.5.4.1: give up after 4 to 5 days. */
    Duration PATIENCE = Duration.ofDays(5);

    /** A sender that has not come back by then is taken for dead; longer than an attempt lasts. */
    Duration LEASE = Duration.ofMinutes(2);

    UUID id();

    Message message();

    /** How often it was taken up for sending. */
    int attempts();

    /**
     * Whether it told of a file that was opened out of scope, and ended without: that it waits for
     * its review may be known to nobody.
     */
    default boolean leavesOpeningUnheard() {
        return (this instanceof Failed || this instanceof Suppressed)
                && message() instanceof Notice notice
                && notice.occasion() == Occasion.GLASS_BROKEN;
    }

    static Decision<Delivery> queue(UUID id, Message message, Instant now) {
        return Decision.of(new Queued(id, message, 0, now, now));
    }

    /** News of days ago: nobody is written to about it, but that it was missed is on record. */
    static Decision<Delivery> tooLate(UUID id, Message message, Instant now) {
        return givenUp(new Failed(id, message, 0, Reason.TOO_LATE, now));
    }

    private static Decision<Delivery> givenUp(Failed failed) {
        return new Decision<>(
                failed,
                failed.message().told().stream()
                        .<Event>map(
                                about ->
                                        new NotificationFailed(
                                                failed.id(), DeliveryChannel.EMAIL, about))
                        .toList());
    }

    /**
     * Waits for its time.
     *
     * @param since when it was queued, or its webhook last paused or resumed: from then on patience
     *     runs
     * @param due not before; while it is being sent, the end of the lease
     */
    record Queued(UUID id, Message message, int attempts, Instant since, Instant due)
            implements Delivery {

        boolean isDue(Instant now) {
            return !due.isAfter(now);
        }

        /** Somebody sends it now; nobody else does before the lease has ended. */
        Decision<Delivery> claim(Instant now) {
            return Decision.of(new Queued(id, message, attempts + 1, since, now.plus(LEASE)));
        }

        /** While a webhook is paused patience does not run; it begins anew when that is resumed. */
        Queued patientFrom(Instant begin) {
            return begin.isAfter(since) ? new Queued(id, message, attempts, begin, due) : this;
        }

        /** Of what a day's mail gathered, this is told; the rest was not for her in the end. */
        Queued telling(List<Notice> hers) {
            return message instanceof Digest digest
                    ? new Queued(id, new Digest(digest.to(), hers), attempts, since, due)
                    : this;
        }

        /**
         * @param template version of the text that was mailed; null for a post
         */
        Decision<Delivery> delivered(@Nullable String template, Instant now) {
            return new Decision<>(
                    new Delivered(id, message, attempts, template, now),
                    message.told().stream()
                            .<Event>map(
                                    about ->
                                            new NotificationDelivered(
                                                    id, DeliveryChannel.EMAIL, about))
                            .toList());
        }

        /**
         * It could not be sent now: again after a pause, or given up when it is too old.
         *
         * @param jitter 0 to 1, so that not all come back at once
         * @param rest how long the other side has asked for, at least
         */
        Decision<Delivery> postponed(Obstacle obstacle, double jitter, Duration rest, Instant now) {
            if (!now.isBefore(since.plus(PATIENCE))) {
                return failed(Reason.TOO_LATE, now);
            }
            var pause = obstacle.pause(attempts, jitter);
            var due = now.plus(pause.compareTo(rest) < 0 ? rest : pause);
            return Decision.of(new Queued(id, message, attempts, since, due));
        }

        Decision<Delivery> failed(Reason reason, Instant now) {
            return givenUp(new Failed(id, message, attempts, reason, now));
        }

        /** Nothing is published. */
        Decision<Delivery> suppressed(Reason reason, Instant now) {
            return Decision.of(new Suppressed(id, message, attempts, reason, now));
        }
    }

    /**
     * The mail server, or who the webhook belongs to, took it.
     *
     * @param template version of the text that was mailed; null for a post
     */
    record Delivered(UUID id, Message message, int attempts, @Nullable String template, Instant at)
            implements Delivery {

        Decision<Delivery> again(Instant now) {
            return queue(id, message, now);
        }
    }

    /** Given up; of a mail to staff, an operator is told by event. */
    record Failed(UUID id, Message message, int attempts, Reason reason, Instant at)
            implements Delivery {

        Decision<Delivery> again(Instant now) {
            return queue(id, message, now);
        }
    }

    /** Was not to be sent. */
    record Suppressed(UUID id, Message message, int attempts, Reason reason, Instant at)
            implements Delivery {}

    /** Why a message was not sent. */
    enum Reason {
        /** The beneficiary has no consent to e-mail in force, no address, or was erased. */
        NOT_REACHABLE,
        /**
         * The staff member does not want it any more, or has lost the role for it; or the webhook
         * was removed.
         */
        NOT_SUBSCRIBED,
        /**
         * The staff member has not logged in for so long that her roles are not believed, or since
         * her tokens were refused.
         */
        NOT_RENEWED,
        /** Whose case it is about was erased. */
        PERSON_ERASED,
        /** The case is not within the staff member's organisation and districts. */
        OUT_OF_SCOPE,
        /** The recipient's mail server refused it for good. */
        REFUSED,
        /** It could not be sent for days, or was heard of days after it had happened. */
        TOO_LATE
    }

    /** What stands in the way of a message. */
    enum Obstacle {
        /** What we send by or ask is away, for all messages alike: soon again when it is back. */
        AWAY(Duration.ofMinutes(1)),
        /** This message can't be sent yet: RFC 5321 asks for 30 minutes once it has been tried. */
        NOT_YET(Duration.ofMinutes(30));

        private static final long FIRST_MILLIS = 2_000;

        private final Duration longest;

        Obstacle(Duration longest) {
            this.longest = longest;
        }

        /** From 2 s, four times as long with each attempt; the last half of it at random. */
        Duration pause(int attempts, double jitter) {
            int doublings = Math.min(2 * Math.max(attempts - 1, 0), 20);
            long millis = Math.min(FIRST_MILLIS << doublings, longest.toMillis());
            return Duration.ofMillis((long) (millis * (0.5 + jitter / 2)));
        }
    }
}

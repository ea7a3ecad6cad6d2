package org.homeward.notification.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.notification.WebhookPauseReason;
import org.homeward.contracts.notification.WebhookPaused;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.web.StateConflict;
import org.jspecify.annotations.Nullable;

/**
 * An address that public events are posted to, by the Standard Webhooks specification. What happens
 * while it is paused is kept for it.
 */
public sealed interface Webhook {

    /** How long the secret before signs beside the new one. */
    Duration OVERLAP = Duration.ofHours(24);

    /** Who takes nothing for so long is posted to no more. */
    Duration PATIENCE = Duration.ofDays(3);

    UUID id();

    static Decision<Webhook> register(UUID id, String url, Set<String> events, String secret) {
        return Decision.of(new Active(id, Endpoint.of(url, events, secret), null));
    }

    /** Is posted to, or is again once it is resumed. */
    sealed interface Registered extends Webhook {

        Endpoint endpoint();

        /** Another secret signs from now on; the one before does too, for {@link #OVERLAP}. */
        Decision<Webhook> rotate(String secret, Instant now);

        /** Nothing is left of it but its id. */
        default Decision<Webhook> remove() {
            return Decision.of(new Removed(id()));
        }
    }

    /**
     * Is posted to.
     *
     * @param failingSince of the first failure since the last success; null when it takes all
     */
    record Active(UUID id, Endpoint endpoint, @Nullable Instant failingSince)
            implements Registered {

        @Override
        public Decision<Webhook> rotate(String secret, Instant now) {
            return Decision.of(new Active(id, endpoint.rotated(secret, now), failingSince));
        }

        Decision<Webhook> pause(WebhookPauseReason reason, Instant now) {
            return Decision.of(
                    new Paused(id, endpoint, reason, now), new WebhookPaused(id, reason));
        }

        /**
         * What happened in this time is posted once more, with the ids it had.
         *
         * @throws StateConflict while another replay runs
         */
        Decision<Webhook> replay(Instant from, Instant to) {
            if (endpoint.replay() != null) {
                throw new StateConflict("REPLAYING");
            }
            return replaying(new Replay(from, to, null));
        }

        /**
         * @param rest null when all has been taken up
         */
        Decision<Webhook> replaying(@Nullable Replay rest) {
            return Decision.of(new Active(id, endpoint.replaying(rest), failingSince));
        }

        /** Empty when there is nothing to remember. */
        Optional<Decision<Webhook>> hasTaken() {
            return failingSince == null
                    ? Optional.empty()
                    : Optional.of(Decision.of(new Active(id, endpoint, null)));
        }

        /** Empty when there is nothing to remember. */
        Optional<Decision<Webhook>> hasRefused(Instant now) {
            if (failingSince == null) {
                return Optional.of(Decision.of(new Active(id, endpoint, now)));
            }
            return now.isBefore(failingSince.plus(PATIENCE))
                    ? Optional.empty()
                    : Optional.of(pause(WebhookPauseReason.FAILING, now));
        }
    }

    /** Is not posted to until somebody resumes it. */
    record Paused(UUID id, Endpoint endpoint, WebhookPauseReason reason, Instant at)
            implements Registered {

        @Override
        public Decision<Webhook> rotate(String secret, Instant now) {
            return Decision.of(new Paused(id, endpoint.rotated(secret, now), reason, at));
        }

        Decision<Webhook> resume() {
            return Decision.of(new Active(id, endpoint, null));
        }
    }

    /** Is never posted to again; address and secrets are gone. */
    record Removed(UUID id) implements Webhook {}
}

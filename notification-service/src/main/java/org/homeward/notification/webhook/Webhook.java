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
 * An address that public events are posted to, by the Standard Webhooks specification, once another
 * than who registered it has confirmed it. What the service heard of before is not posted; what
 * happens while it is paused is kept for it.
 */
public sealed interface Webhook {

    /** How long the secret before signs beside the new one. */
    Duration OVERLAP = Duration.ofHours(24);

    /** Who takes nothing for so long is posted to no more. */
    Duration PATIENCE = Duration.ofDays(3);

    UUID id();

    /**
     * @param by subject of who registers it, and never confirms it
     */
    static Decision<Webhook> register(
            UUID id, String url, Set<String> events, String secret, String by) {
        return Decision.of(new Unconfirmed(id, Endpoint.of(url, events, secret), by));
    }

    /** Has an address. */
    sealed interface Registered extends Webhook {

        Endpoint endpoint();

        Registered with(Endpoint endpoint);

        /** Another secret signs from now on; the one before does too, for {@link #OVERLAP}. */
        default Decision<Webhook> rotate(String secret, Instant now) {
            return Decision.of(with(endpoint().rotated(secret, now)));
        }

        /** Another secret signs from now on, and none of those before: somebody else knows them. */
        default Decision<Webhook> revoke(String secret) {
            return Decision.of(with(endpoint().signedBy(secret)));
        }

        /** Nothing is left of it but its id. */
        default Decision<Webhook> remove() {
            return Decision.of(new Removed(id()));
        }
    }

    /**
     * Is posted nothing, and nothing is kept for it, until another confirms it.
     *
     * @param registeredBy subject
     */
    record Unconfirmed(UUID id, Endpoint endpoint, String registeredBy) implements Registered {

        @Override
        public Unconfirmed with(Endpoint other) {
            return new Unconfirmed(id, other, registeredBy);
        }

        /**
         * What happens from now on is posted there.
         *
         * @param by subject
         * @throws AnotherConfirms for who registered it
         */
        Decision<Webhook> confirm(String by, Instant now) {
            if (by.equals(registeredBy)) {
                throw new AnotherConfirms();
            }
            return Decision.of(new Active(id, endpoint, now, null));
        }
    }

    /**
     * Is posted to.
     *
     * @param since when it was confirmed, or last resumed
     * @param failingSince of the first failure since the last success; null when it takes all
     */
    record Active(UUID id, Endpoint endpoint, Instant since, @Nullable Instant failingSince)
            implements Registered {

        @Override
        public Active with(Endpoint other) {
            return new Active(id, other, since, failingSince);
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
            return Decision.of(with(endpoint.replaying(rest)));
        }

        /** Empty when there is nothing to remember. */
        Optional<Decision<Webhook>> hasTaken() {
            return failingSince == null
                    ? Optional.empty()
                    : Optional.of(Decision.of(new Active(id, endpoint, since, null)));
        }

        /** Empty when there is nothing to remember. */
        Optional<Decision<Webhook>> hasRefused(Instant now) {
            if (failingSince == null) {
                return Optional.of(Decision.of(new Active(id, endpoint, since, now)));
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
        public Paused with(Endpoint other) {
            return new Paused(id, other, reason, at);
        }

        Decision<Webhook> resume(Instant now) {
            return Decision.of(new Active(id, endpoint, now, null));
        }
    }

    /** Is never posted to again; address and secrets are gone. */
    record Removed(UUID id) implements Webhook {}
}

package org.homeward.notification.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.DeniedTokens;
import org.jspecify.annotations.Nullable;

/**
 * What one staff member wants to hear. Address, roles and scope are those of the token at her last
 * log-in: who lost a role hears no more of it from the next log-in on, and who does not log in any
 * more, as after a dismissal, hears nothing after a while, or at once when her tokens are refused.
 */
public sealed interface Subscription {

    /** In place of districts: every one. */
    String ALL = "*";

    UUID id();

    String subject();

    /** One for each subject of an issuer, whatever the device: other services name her by it. */
    static UUID idOf(Actor actor) {
        return actor.pseudonym();
    }

    /** Made from the token alone: the address is never typed. */
    static Decision<Subscription> subscribe(
            UUID id, Actor actor, String email, Choice choice, Instant now) {
        return Decision.of(active(id, actor, email, choice, now, now));
    }

    private static Active active(
            UUID id, Actor actor, String email, Choice choice, Instant since, Instant now) {
        return new Active(
                id,
                actor.subject(),
                Secret.of(email),
                actor.roles(),
                actor.organisation(),
                actor.districts(),
                choice.occasions(),
                choice.language(),
                choice.pace(),
                since,
                Objects.requireNonNullElse(actor.issued(), now));
    }

    /**
     * What she chose.
     *
     * @param language BCP 47: tg, ru or en
     */
    record Choice(Set<Occasion> occasions, String language, Pace pace) {

        public Choice {
            occasions = Set.copyOf(occasions);
        }
    }

    /**
     * Hears of what she chose, as far as her roles and scope go.
     *
     * @param districts codes, or {@link #ALL}
     * @param since when she subscribed; what happened before was not for her
     * @param renewedAt when the token was issued that roles and scope were last taken from: one
     *     that is refused since may have been used before that was heard of here
     */
    record Active(
            UUID id,
            String subject,
            Secret<String> address,
            Set<String> roles,
            String organisation,
            Set<String> districts,
            Set<Occasion> occasions,
            String language,
            Pace pace,
            Instant since,
            Instant renewedAt)
            implements Subscription {

        /** Another choice, with what the token says now. */
        Decision<Subscription> choose(Actor actor, String email, Choice choice, Instant now) {
            return Decision.of(active(id, actor, email, choice, since, now));
        }

        /** The same choice with what the token says now. */
        Decision<Subscription> renew(Actor actor, String email, Instant now) {
            return choose(actor, email, new Choice(occasions, language, pace), now);
        }

        /**
         * From when on she hears nothing, unless she logs in before.
         *
         * @param believed how long roles and scope of a token are believed
         * @param denied until when tokens of hers are refused; null for none
         */
        Instant silentFrom(Duration believed, @Nullable Instant denied) {
            var end = renewedAt.plus(believed);
            return denied == null || !DeniedTokens.covers(denied, renewedAt) || denied.isAfter(end)
                    ? end
                    : denied;
        }

        Decision<Subscription> cancel() {
            return Decision.of(new Cancelled(id, subject));
        }

        /** Whether her roles and her choice allow it. */
        public boolean wants(Occasion occasion) {
            return occasions.contains(occasion) && occasion.isFor(roles);
        }

        /** Whether a case there is within her scope. */
        public boolean covers(Occasion occasion, Place place) {
            return (occasion.isAnywhereFor(roles) || organisation.equals(place.organisation()))
                    && (districts.contains(ALL) || districts.contains(place.district()));
        }
    }

    /** Hears nothing; her address is gone. */
    record Cancelled(UUID id, String subject) implements Subscription {}
}

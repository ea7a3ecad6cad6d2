package org.homeward.notification.subscription;

import java.util.Set;
import java.util.UUID;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What one staff member wants to hear. Address, roles and scope are those of the token at her last
 * log-in: who lost a role hears no more of it from the next log-in on.
 */
public sealed interface Subscription {

    UUID id();

    String subject();

    /** Made from the token alone: the address is never typed. */
    static Decision<Subscription> subscribe(
            UUID id, Actor actor, Scope scope, String email, Choice choice) {
        return Decision.of(
                new Active(
                        id,
                        actor.subject(),
                        Secret.of(email),
                        actor.roles(),
                        scope.organisation(),
                        scope.districts(),
                        choice.occasions(),
                        choice.language()));
    }

    /**
     * What she chose.
     *
     * @param language BCP 47: tg, ru or en
     */
    record Choice(Set<Occasion> occasions, String language) {

        public Choice {
            occasions = Set.copyOf(occasions);
        }
    }

    /**
     * Hears of what she chose, as far as her roles and scope go.
     *
     * @param organisation null for all
     * @param districts null for all
     */
    record Active(
            UUID id,
            String subject,
            Secret<String> address,
            Set<String> roles,
            @Nullable String organisation,
            @Nullable Set<String> districts,
            Set<Occasion> occasions,
            String language)
            implements Subscription {

        /** The same choice with what the token says now. */
        Decision<Subscription> renew(Actor actor, Scope scope, String email) {
            return subscribe(id, actor, scope, email, new Choice(occasions, language));
        }

        Decision<Subscription> cancel() {
            return Decision.of(new Cancelled(id, subject));
        }

        /** Whether her roles and her choice allow it. */
        public boolean wants(Occasion occasion) {
            return occasions.contains(occasion) && occasion.isFor(roles);
        }

        /**
         * @param where null for what belongs to no district
         * @param whose null for what belongs to no organisation
         */
        public boolean covers(@Nullable String where, @Nullable String whose) {
            return (where == null || districts == null || districts.contains(where))
                    && (whose == null || organisation == null || organisation.equals(whose));
        }
    }

    /** Hears nothing; her address is gone. */
    record Cancelled(UUID id, String subject) implements Subscription {}
}

package org.homeward.notification.subscription;

import java.time.Instant;
import java.util.Set;
import org.homeward.kit.security.Actor;
import org.homeward.notification.subscription.Subscription.Active;
import org.homeward.notification.subscription.Subscription.Choice;

/** Staff for tests. */
final class Colleagues {

    static final Place SHAHRITUS = new Place("umed", "TJ-KT-SHAHRITUS");

    static final Instant SUBSCRIBED = Instant.parse("2026-03-01T06:00:00Z");

    private Colleagues() {}

    static Actor actor(Set<String> roles, String organisation, Set<String> districts) {
        return new Actor(
                "https://id.example",
                "colleague-1",
                organisation,
                roles,
                districts,
                Set.of(),
                null);
    }

    /** Wants to hear everything. */
    static Active subscriber(Set<String> roles, String organisation, Set<String> districts) {
        var actor = actor(roles, organisation, districts);
        return (Active)
                Subscription.subscribe(
                                Subscription.idOf(actor),
                                actor,
                                "colleague@mission.example",
                                new Choice(Set.of(Occasion.values()), "tg", Pace.AT_ONCE),
                                SUBSCRIBED)
                        .state();
    }
}

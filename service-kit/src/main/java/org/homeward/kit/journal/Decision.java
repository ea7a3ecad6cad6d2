package org.homeward.kit.journal;

import java.util.List;
import org.homeward.contracts.Event;

/**
 * What an aggregate decided: its next state and what happened, in order. Deciding is pure, so a
 * decision may be computed more than once and only the one that is committed counts.
 *
 * @param events all for the one topic of the aggregate; empty when nobody else needs to know
 */
public record Decision<A>(A state, List<Event> events) {

    public Decision {
        events = List.copyOf(events);
    }

    public static <A> Decision<A> of(A state, Event... events) {
        return new Decision<>(state, List.of(events));
    }
}

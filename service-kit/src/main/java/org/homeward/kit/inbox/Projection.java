package org.homeward.kit.inbox;

import org.homeward.contracts.Event;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * A collection that says nothing but what events have said, so that it can be built again from
 * their beginning. A handler writes there and nowhere else.
 *
 * @param mongo within the transaction of the event, or of a rebuild
 * @param collection its name for this event: while it is rebuilt there are two
 */
public record Projection(MongoOperations mongo, String collection) {

    /**
     * What an event changes in a projection. It depends on the event and the projection alone, not
     * on clocks or chance: a rebuild gives the same again.
     */
    @FunctionalInterface
    public interface Handler<E extends Event> {

        void on(E event, Projection projection);
    }
}

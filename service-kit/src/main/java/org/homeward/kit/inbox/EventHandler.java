package org.homeward.kit.inbox;

import org.homeward.contracts.Event;
import org.homeward.kit.journal.Change;

/**
 * What a service does about an event.
 *
 * <p>Its writes belong into the given change and nowhere else: they become true together with the
 * position behind the event, once; in the audit they are of the event: its type is the action, its
 * id the command. It may be run more than once before that, beside other handlers of the same
 * transaction. Facts of different aggregates come in any order.
 */
@FunctionalInterface
public interface EventHandler<E extends Event> {

    /** Any exception that is not a passing one of the database parks the event. */
    void on(E event, Received received, Change change);
}

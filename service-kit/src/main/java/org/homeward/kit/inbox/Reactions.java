package org.homeward.kit.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.contracts.Event;
import org.homeward.kit.journal.Change;

/**
 * All that a service does about events: the topics it reads and a handler for each event it has a
 * use for. One bean for each service; without it nothing is read. Events without a handler only
 * move the position of their aggregate.
 */
public final class Reactions {

    private final Set<String> topics;
    private final Map<Class<? extends Event>, EventHandler<Event>> handlers;

    private Reactions(
            Set<String> topics, Map<Class<? extends Event>, EventHandler<Event>> handlers) {
        this.topics = topics;
        this.handlers = handlers;
    }

    /** Reads these topics, each from its beginning when the service is new. */
    public static Reactions of(String... topics) {
        return new Reactions(Set.copyOf(List.of(topics)), Map.of());
    }

    /**
     * The same reactions and one more.
     *
     * @throws IllegalArgumentException when the type is no event by itself or has a handler already
     */
    public <E extends Event> Reactions on(Class<E> type, EventHandler<E> handler) {
        if (!type.isRecord() || handlers.containsKey(type)) {
            throw new IllegalArgumentException("one handler for each event: " + type.getName());
        }
        Map<Class<? extends Event>, EventHandler<Event>> more = new LinkedHashMap<>(handlers);
        more.put(type, (event, received, change) -> handler.on(type.cast(event), received, change));
        return new Reactions(topics, Map.copyOf(more));
    }

    Set<String> topics() {
        return topics;
    }

    Set<Class<? extends Event>> types() {
        return handlers.keySet();
    }

    boolean knows(Class<? extends Event> type) {
        return handlers.containsKey(type);
    }

    void react(Event event, Received received, Change change) {
        EventHandler<Event> handler = handlers.get(event.getClass());
        if (handler != null) {
            handler.on(event, received, change);
        }
    }
}

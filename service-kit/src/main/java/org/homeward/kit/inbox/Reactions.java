package org.homeward.kit.inbox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Map<Class<? extends Event>, Projected> projected;

    /** What an event changes, and in which projection. */
    private record Projected(String collection, Projection.Handler<Event> handler) {}

    private Reactions(
            Set<String> topics,
            Map<Class<? extends Event>, EventHandler<Event>> handlers,
            Map<Class<? extends Event>, Projected> projected) {
        this.topics = topics;
        this.handlers = handlers;
        this.projected = projected;
    }

    /** Reads these topics, each from its beginning when the service is new. */
    public static Reactions of(String... topics) {
        return new Reactions(Set.copyOf(List.of(topics)), Map.of(), Map.of());
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
        return new Reactions(topics, Map.copyOf(more), projected);
    }

    /**
     * The same reactions and one more, which writes into this collection only, so that it can be
     * rebuilt.
     *
     * @throws IllegalArgumentException when the type is no event by itself or in a projection
     *     already
     */
    public <E extends Event> Reactions projecting(
            String collection, Class<E> type, Projection.Handler<E> handler) {
        if (!type.isRecord() || projected.containsKey(type)) {
            throw new IllegalArgumentException("one projection of each event: " + type.getName());
        }
        Map<Class<? extends Event>, Projected> more = new LinkedHashMap<>(projected);
        more.put(
                type,
                new Projected(
                        collection,
                        (event, projection) -> handler.on(type.cast(event), projection)));
        return new Reactions(topics, handlers, Map.copyOf(more));
    }

    /** The collections that can be rebuilt. */
    Set<String> projections() {
        return projected.values().stream().map(Projected::collection).collect(Collectors.toSet());
    }

    /** The events that a projection is made of. */
    Set<Class<? extends Event>> projected(String collection) {
        return projected.entrySet().stream()
                .filter(entry -> entry.getValue().collection().equals(collection))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * What the event changes in a projection, written elsewhere.
     *
     * @return whether it changes anything
     */
    boolean project(Event event, String collection, Projection elsewhere) {
        Projected found = projected.get(event.getClass());
        if (found == null || !found.collection().equals(collection)) {
            return false;
        }
        found.handler().on(event, elsewhere);
        return true;
    }

    Set<String> topics() {
        return topics;
    }

    Set<Class<? extends Event>> types() {
        Set<Class<? extends Event>> types = new HashSet<>(handlers.keySet());
        types.addAll(projected.keySet());
        return types;
    }

    boolean knows(Class<? extends Event> type) {
        return handlers.containsKey(type) || projected.containsKey(type);
    }

    void react(Event event, Received received, Change change) {
        EventHandler<Event> handler = handlers.get(event.getClass());
        if (handler != null) {
            handler.on(event, received, change);
        }
        Projected projection = projected.get(event.getClass());
        if (projection != null) {
            projection
                    .handler()
                    .on(
                            event,
                            new Projection(
                                    write -> change.companion(projection.collection(), write)));
        }
    }
}

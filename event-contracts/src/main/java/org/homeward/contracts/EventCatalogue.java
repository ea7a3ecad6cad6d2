package org.homeward.contracts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All events that exist, by type and by topic. It walks the sealed hierarchy, so that no event can
 * be forgotten and nothing is searched on the class path. It does not change.
 */
public final class EventCatalogue {

    private final Map<String, Class<? extends Event>> byType;
    private final Map<Class<? extends Event>, Topic> topics;

    private EventCatalogue(
            Map<String, Class<? extends Event>> byType, Map<Class<? extends Event>, Topic> topics) {
        this.byType = byType;
        this.topics = topics;
    }

    /**
     * The catalogue of this version of the contracts.
     *
     * @throws IllegalStateException if two events have one type, or one lacks its type or topic: a
     *     mistake in the contracts, which their tests find
     */
    public static EventCatalogue load() {
        Map<String, Class<? extends Event>> byType = new LinkedHashMap<>();
        Map<Class<? extends Event>, Topic> topics = new LinkedHashMap<>();
        for (Class<?> onTopic : Event.class.getPermittedSubclasses()) {
            Topic topic = declared(onTopic, onTopic.getAnnotation(Topic.class));
            records(onTopic)
                    .forEach(
                            event -> {
                                topics.put(event, topic);
                                String type = type(event);
                                if (byType.put(type, event) != null) {
                                    throw new IllegalStateException("two events are " + type);
                                }
                            });
        }
        return new EventCatalogue(byType, topics);
    }

    /** All events, in the order of their declaration. */
    public List<Class<? extends Event>> events() {
        return List.copyOf(topics.keySet());
    }

    /** The event of a CloudEvents type; none for a type of another version or another house. */
    public Optional<Class<? extends Event>> byType(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The CloudEvents type of an event. */
    public String typeOf(Event event) {
        return typeOf(event.getClass());
    }

    /** The CloudEvents type of the events of a record. */
    public String typeOf(Class<? extends Event> event) {
        return type(event);
    }

    /** The topic on which an event travels. */
    public String topicOf(Event event) {
        return topicOf(event.getClass());
    }

    /** The topic on which the events of a record travel. */
    public String topicOf(Class<? extends Event> event) {
        return declared(event, topics.get(event)).value();
    }

    /** All topics, by name. */
    public SortedSet<String> topics() {
        return sorted(topics.values().stream().map(Topic::value));
    }

    /** All CloudEvents types, by name. */
    public SortedSet<String> types() {
        return sorted(byType.keySet().stream());
    }

    /**
     * Who may be given the right to read a topic.
     *
     * @throws IllegalArgumentException for a topic that the contracts do not know
     */
    public Readers readersOf(String topic) {
        return topics.values().stream()
                .filter(candidate -> candidate.value().equals(topic))
                .map(Topic::readers)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no topic of the contracts"));
    }

    private static Stream<Class<? extends Event>> records(Class<?> event) {
        return event.isSealed()
                ? List.of(event.getPermittedSubclasses()).stream().flatMap(EventCatalogue::records)
                : Stream.of(event.asSubclass(Event.class));
    }

    private static String type(Class<? extends Event> event) {
        return declared(event, event.getAnnotation(EventType.class)).value();
    }

    private static <T> T declared(Class<?> event, @Nullable T declaration) {
        if (declaration == null) {
            throw new IllegalStateException(event.getName() + " lacks its type or topic");
        }
        return declaration;
    }

    private static SortedSet<String> sorted(Stream<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names.toList()));
    }
}

package org.homeward.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.EventJson;
import org.homeward.contracts.MalformedEvent;
import org.homeward.contracts.Partitions;
import org.homeward.kit.inbox.Arrival.Content;
import org.jspecify.annotations.Nullable;

/** Tells events from garbage, and those this service wants from others. It never throws. */
final class Recognition {

    static final String UNKNOWN_TYPE = "unknown type";

    private final EventCatalogue catalogue;
    private final Reactions reactions;
    private final Progress progress;

    /**
     * @throws IllegalStateException when a handler waits for an event of a topic that is not read
     */
    Recognition(EventCatalogue catalogue, Reactions reactions, Progress progress) {
        this.catalogue = catalogue;
        this.reactions = reactions;
        this.progress = progress;
        for (Class<? extends Event> type : reactions.types()) {
            if (!reactions.topics().contains(catalogue.topicOf(type))) {
                throw new IllegalStateException("no topic is read that has " + type.getName());
            }
        }
    }

    /** Where events of these types stand. */
    Set<String> topicsOf(Set<Class<? extends Event>> types) {
        return types.stream().map(catalogue::topicOf).collect(Collectors.toSet());
    }

    boolean isOneOf(Arrival event, Set<Class<? extends Event>> types) {
        return catalogue.byType(event.envelope().type()).filter(types::contains).isPresent();
    }

    Poll poll(List<ConsumerRecord<?, ?>> records) {
        var poll = new Poll.Builder();
        for (ConsumerRecord<?, ?> message : records) {
            var at = new Located(message.topic(), message.partition(), message.offset());
            byte @Nullable [] key = bytes(message.key());
            byte @Nullable [] value = bytes(message.value());
            Map<String, byte[]> headers = headers(message);
            try {
                poll.add(event(at, key, headers, value));
            } catch (MalformedEvent invalid) {
                String reason = String.valueOf(invalid.getMessage());
                poll.add(new Garbage(at, key, headers, value, reason));
            }
        }
        return poll.build();
    }

    /**
     * @throws MalformedEvent when it has no valid place in the order of any aggregate
     */
    Arrival event(
            Located at,
            byte @Nullable [] key,
            Map<String, byte[]> headers,
            byte @Nullable [] value) {
        EventEnvelope envelope = EventEnvelope.from(headers, value);
        // The key decides the partition: with a foreign one neither order nor watermark would hold.
        if (key == null || !envelope.key().equals(new String(key, StandardCharsets.UTF_8))) {
            throw new MalformedEvent("key is not the aggregate's");
        }
        if (at.partition() != Partitions.partitionOf(envelope.aggregate())) {
            throw new MalformedEvent("partition is not the aggregate's");
        }
        if (isOfAnotherTopic(at, envelope)) {
            throw new MalformedEvent("type is of another topic");
        }
        return Arrival.of(at, envelope, content(at, envelope));
    }

    private boolean isOfAnotherTopic(Located at, EventEnvelope envelope) {
        return catalogue
                .byType(envelope.type())
                .filter(type -> !catalogue.topicOf(type).equals(at.topic()))
                .isPresent();
    }

    /** A parked event as this version sees it. */
    Arrival again(ParkedEvent parked) {
        return Arrival.of(parked.at(), parked.envelope(), content(parked.at(), parked.envelope()));
    }

    private Content content(Located at, EventEnvelope envelope) {
        return catalogue
                .byType(envelope.type())
                .map(type -> content(type, envelope))
                .orElseGet(() -> unknown(at));
    }

    /** Nobody can say that what is not understood changes nothing: what is watched fails closed. */
    private Content unknown(Located at) {
        return progress.watches(at.topic())
                ? new Content.Unreadable(UNKNOWN_TYPE)
                : new Content.Unknown();
    }

    private Content content(Class<? extends Event> type, EventEnvelope envelope) {
        if (!reactions.knows(type)) {
            return new Content.Unwanted();
        }
        try {
            return new Content.Wanted(EventJson.read(type, envelope.data()));
        } catch (MalformedEvent unreadable) {
            return new Content.Unreadable(unreadable.getClass().getName());
        }
    }

    private static Map<String, byte[]> headers(ConsumerRecord<?, ?> message) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : message.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), header.value());
            }
        }
        return headers;
    }

    private static byte @Nullable [] bytes(@Nullable Object part) {
        return part instanceof byte[] bytes ? bytes : null;
    }
}

package org.homeward.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.EventJson;

/** All topics of events from the beginning, as a dashboard reads them, with the contracts alone. */
public final class Topics {

    private Topics() {}

    /** An event where it stood. */
    public record Told(
            String topic, int partition, long offset, EventEnvelope envelope, Event event) {}

    public static List<Told> readAll(int kafkaPort) {
        var catalogue = EventCatalogue.load();
        return messages(kafkaPort, catalogue.topics()).stream()
                .map(message -> told(message, catalogue))
                .toList();
    }

    /** As they are, of all topics that the broker has, its own too. */
    static List<ConsumerRecord<byte[], byte[]>> everyMessage(int kafkaPort) {
        try (var consumer = consumer(kafkaPort)) {
            return read(consumer, consumer.listTopics().keySet());
        }
    }

    /** As they are, in the order of their partitions. */
    static List<ConsumerRecord<byte[], byte[]>> messages(int kafkaPort, Collection<String> topics) {
        try (var consumer = consumer(kafkaPort)) {
            return read(consumer, topics);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(int kafkaPort) {
        return new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + kafkaPort),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            KafkaConsumer<byte[], byte[]> consumer, Collection<String> topics) {
        var messages = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var partitions =
                topics.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(found -> new TopicPartition(found.topic(), found.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(500)).forEach(messages::add);
        }
        return messages;
    }

    private static Told told(ConsumerRecord<byte[], byte[]> message, EventCatalogue catalogue) {
        var headers = new HashMap<String, byte[]>();
        message.headers().forEach(header -> headers.put(header.key(), header.value()));
        var envelope = EventEnvelope.from(headers, message.value());
        var type = catalogue.byType(envelope.type()).orElseThrow();
        return new Told(
                message.topic(),
                message.partition(),
                message.offset(),
                envelope,
                EventJson.read(type, envelope.data()));
    }

    /** An event's place: there is one event at each, however often it was sent. */
    public record Place(String source, long epoch, long sequence) {}

    /**
     * Each event once, in the order of its first sending within its aggregate.
     *
     * @throws IllegalStateException when a repeat is not the same event
     */
    public static SequencedMap<Place, Event> once(List<Told> all) {
        var once = new LinkedHashMap<Place, Event>();
        for (var told : all) {
            var envelope = told.envelope();
            var place = new Place(envelope.source(), envelope.epoch(), envelope.sequence());
            var first = once.putIfAbsent(place, told.event());
            if (first != null && !first.equals(told.event())) {
                throw new IllegalStateException("two events at " + place);
            }
        }
        return once;
    }

    /** The sequences of each aggregate as they stand on the topic, repeats dropped. */
    public static Map<String, List<Long>> sequences(List<Told> all) {
        Map<String, SequencedSet<Long>> sequences = new TreeMap<>();
        for (var told : all) {
            var seen =
                    sequences.computeIfAbsent(told.envelope().source(), _ -> new LinkedHashSet<>());
            seen.add(told.envelope().sequence());
        }
        Map<String, List<Long>> inOrder = new TreeMap<>();
        sequences.forEach((source, numbers) -> inOrder.put(source, List.copyOf(numbers)));
        return inOrder;
    }
}

package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.EventJson;
import org.homeward.contracts.Partitions;
import org.homeward.kit.test.Backends;

/** What the service has told on its topic, read from the beginning as a dashboard would. */
final class GrantTopic {

    private static final String TOPIC = "homeward.grant.v1";
    private static final EventCatalogue CATALOGUE = EventCatalogue.load();

    private GrantTopic() {}

    /**
     * The events of one aggregate in order, once this many are there.
     *
     * @throws AssertionError when they are not within a minute, or any other comes
     */
    static List<Event> of(UUID aggregate, int count) {
        return of(TOPIC, aggregate, count);
    }

    /** The same of another topic, which no dashboard reads. */
    static List<Event> of(String topic, UUID aggregate, int count) {
        var partition = new TopicPartition(topic, Partitions.partitionOf(aggregate));
        var found = new ArrayList<EventEnvelope>();
        try (var consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (found.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(message -> collect(message, aggregate, found));
            }
        }
        assertThat(found)
                .extracting(EventEnvelope::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, count).mapToObj(Long::valueOf).toList());
        return found.stream().map(GrantTopic::event).toList();
    }

    private static void collect(
            ConsumerRecord<byte[], byte[]> message, UUID aggregate, List<EventEnvelope> found) {
        assertThat(message.key()).isNotNull();
        if (new String(message.key(), StandardCharsets.UTF_8).equals(aggregate.toString())) {
            Map<String, byte[]> headers = new HashMap<>();
            message.headers().forEach(header -> headers.put(header.key(), header.value()));
            var envelope = EventEnvelope.from(headers, message.value());
            if (found.stream().noneMatch(known -> known.id().equals(envelope.id()))) {
                found.add(envelope);
            }
        }
    }

    private static Event event(EventEnvelope envelope) {
        return EventJson.read(CATALOGUE.byType(envelope.type()).orElseThrow(), envelope.data());
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", Backends.shared().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}

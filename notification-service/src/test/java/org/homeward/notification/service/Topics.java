package org.homeward.notification.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** What this service has told. */
final class Topics {

    private static final EventCatalogue CATALOGUE = EventCatalogue.load();

    private Topics() {}

    /** The events that this service has published about one message, now. */
    static List<Event> about(UUID notification) {
        return about(notification, "homeward.notification.v1");
    }

    /** The events that it has published of one aggregate on a topic, now. */
    static List<Event> about(UUID aggregate, String topic) {
        var partition = new TopicPartition(topic, Partitions.partitionOf(aggregate));
        var events = new ArrayList<Event>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", Backends.shared().bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).values().iterator().next();
            while (consumer.position(partition) < end) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (new String(message.key(), StandardCharsets.UTF_8)
                            .equals(aggregate.toString())) {
                        events.add(event(message));
                    }
                }
            }
        }
        return events;
    }

    private static Event event(ConsumerRecord<byte[], byte[]> message) {
        var headers = new HashMap<String, byte[]>();
        message.headers().forEach(header -> headers.put(header.key(), header.value()));
        var envelope = EventEnvelope.from(headers, message.value());
        return EventJson.read(CATALOGUE.byType(envelope.type()).orElseThrow(), envelope.data());
    }
}

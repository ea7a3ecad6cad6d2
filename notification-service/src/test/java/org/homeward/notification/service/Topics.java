package org.homeward.notification.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.EventJson;
import org.homeward.contracts.Partitions;
import org.homeward.kit.test.Backends;

/** What other services tell, and what this one has told. */
final class Topics {

    private static final EventCatalogue CATALOGUE = EventCatalogue.load();
    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", Backends.shared().bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer());
    private static final Map<UUID, Long> SEQUENCES = new ConcurrentHashMap<>();

    private Topics() {}

    /** The next event of an aggregate of another service. */
    static void tell(String aggregateType, UUID aggregate, Event event) {
        tell(aggregateType, aggregate, event, Instant.now());
    }

    /** One that was decided then. */
    static void tell(String aggregateType, UUID aggregate, Event event, Instant then) {
        long sequence = SEQUENCES.merge(aggregate, 1L, Long::sum);
        var envelope =
                EventEnvelope.of(
                        aggregateType,
                        aggregate,
                        CATALOGUE.typeOf(event),
                        1,
                        sequence,
                        then,
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                        EventJson.write(event));
        send(CATALOGUE.topicOf(event), envelope);
    }

    /** The same event, sent twice as a relay may. */
    static void tellTwice(String aggregateType, UUID aggregate, Event event) {
        tell(aggregateType, aggregate, event);
        SEQUENCES.merge(aggregate, -1L, Long::sum);
        tell(aggregateType, aggregate, event);
    }

    private static void send(String topic, EventEnvelope envelope) {
        var message = new ProducerRecord<>(topic, envelope.key(), envelope.data());
        envelope.headers().forEach(message.headers()::add);
        try {
            PRODUCER.send(message).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

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

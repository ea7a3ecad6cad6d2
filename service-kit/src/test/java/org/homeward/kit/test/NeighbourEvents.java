package org.homeward.kit.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.EventJson;

/** What other services tell on their topics; each event is the next of its aggregate. */
public final class NeighbourEvents {

    private static final EventCatalogue CATALOGUE = EventCatalogue.load();
    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", Backends.shared().bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer());
    private static final Map<String, Long> SEQUENCES = new ConcurrentHashMap<>();

    private NeighbourEvents() {}

    public static void tell(String aggregateType, UUID aggregate, Event event) {
        tell(aggregateType, aggregate, event, Instant.now());
    }

    /** One that was decided then. */
    public static void tell(String aggregateType, UUID aggregate, Event event, Instant then) {
        long sequence = next(aggregateType, aggregate);
        send(event, aggregateType, aggregate, sequence, then, EventJson.write(event));
    }

    /** The same event, sent twice as a relay may. */
    public static void tellTwice(String aggregateType, UUID aggregate, Event event) {
        tell(aggregateType, aggregate, event);
        SEQUENCES.merge(aggregateType + aggregate, -1L, Long::sum);
        tell(aggregateType, aggregate, event);
    }

    /** It arrives before the one that comes before it. */
    public static void tellTooEarly(String aggregateType, UUID aggregate, Event event) {
        long sequence = SEQUENCES.getOrDefault(aggregateType + aggregate, 0L) + 2;
        send(event, aggregateType, aggregate, sequence, Instant.now(), EventJson.write(event));
    }

    /** One of this kind, but nothing can be made of it. */
    public static void mumble(String aggregateType, UUID aggregate, Event event) {
        long sequence = next(aggregateType, aggregate);
        byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
        send(event, aggregateType, aggregate, sequence, Instant.now(), nothing);
    }

    private static long next(String aggregateType, UUID aggregate) {
        return SEQUENCES.merge(aggregateType + aggregate, 1L, Long::sum);
    }

    private static void send(
            Event event,
            String aggregateType,
            UUID aggregate,
            long sequence,
            Instant then,
            byte[] data) {
        send(
                CATALOGUE.topicOf(event),
                EventEnvelope.of(
                        aggregateType,
                        aggregate,
                        CATALOGUE.typeOf(event),
                        1,
                        sequence,
                        then,
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                        data));
    }

    static void send(String topic, EventEnvelope envelope) {
        var message = new ProducerRecord<>(topic, envelope.key(), envelope.data());
        envelope.headers().forEach(message.headers()::add);
        send(message);
    }

    /** Whatever it is; returns when the broker has it. */
    public static void send(ProducerRecord<String, byte[]> message) {
        try {
            PRODUCER.send(message).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

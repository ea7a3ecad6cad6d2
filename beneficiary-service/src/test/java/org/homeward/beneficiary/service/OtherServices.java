package org.homeward.beneficiary.service;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.EventJson;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.kit.test.Backends;

/** What the neighbours tell on their topics. */
final class OtherServices {

    private static final EventCatalogue CATALOGUE = EventCatalogue.load();
    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", Backends.shared().bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer());
    private static final Map<String, Long> SEQUENCES = new ConcurrentHashMap<>();

    private OtherServices() {}

    /** A grant of a programme for somebody, which the service has heard of. */
    static UUID granted(UUID person, String programme) {
        var grant = UUID.randomUUID();
        tell(
                "grant",
                grant,
                new GrantApproved(
                        grant,
                        UUID.randomUUID(),
                        person,
                        UUID.randomUUID(),
                        programme,
                        Cases.DISTRICT,
                        Sector.CLOTHING,
                        new Money("8100.50", "TJS"),
                        true));
        heard(new Document("_id", grant).append("beneficiary", person));
        return grant;
    }

    /** It is at its end, and the service has heard of it. */
    static void closed(UUID grant) {
        tell("grant", grant, new GrantClosed(grant));
        heard(new Document("_id", grant).append("closed", true));
    }

    private static void heard(Document grant) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Database.stored("running_grants", grant).isEmpty());
    }

    /** The next event of an aggregate. */
    static void tell(String aggregateType, UUID aggregate, Event event) {
        long sequence = SEQUENCES.merge(aggregateType + aggregate, 1L, Long::sum);
        var envelope =
                EventEnvelope.of(
                        aggregateType,
                        aggregate,
                        CATALOGUE.typeOf(event),
                        1,
                        sequence,
                        Instant.now(),
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                        EventJson.write(event));
        var message =
                new ProducerRecord<>(CATALOGUE.topicOf(event), envelope.key(), envelope.data());
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
}

package org.homeward.story.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.EventJson;
import org.homeward.contracts.Partitions;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentRefused;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.TopicWatermarks;
import org.jspecify.annotations.Nullable;

/** Where people give and take back consents: the other services as the topics show them. */
final class ConsentOffice {

    private static final String TOPIC = "homeward.consent.v1";
    private static final ConsentOffice SHARED = new ConsentOffice();

    private final KafkaProducer<byte[], byte[]> producer;
    private final TopicWatermarks watermarks = TopicWatermarks.of(TOPIC);
    private final EventCatalogue catalogue = EventCatalogue.load();
    private final Map<UUID, Long> sequences = new ConcurrentHashMap<>();

    private ConsentOffice() {
        var servers = Backends.shared().bootstrapServers();
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                servers,
                                ProducerConfig.LINGER_MS_CONFIG,
                                0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    static ConsentOffice shared() {
        return SHARED;
    }

    /** Asks for a consent: its id exists from now on, and nothing is told yet. */
    UUID ask() {
        return UUID.randomUUID();
    }

    void give(UUID consent, String textHash) {
        give(consent, textHash, null);
    }

    void give(UUID consent, String textHash, @Nullable LocalDate validUntil) {
        tell(
                new ConsentGiven(
                        consent, ConsentPurpose.STORY_PUBLICATION, null, textHash, validUntil));
    }

    /** The person agrees to be shown in one picture. */
    void letShow(UUID consent, String hash, @Nullable LocalDate validUntil) {
        tell(new ConsentGiven(consent, ConsentPurpose.PHOTOGRAPH, null, hash, validUntil));
    }

    void forbidToShow(UUID consent) {
        tell(new ConsentWithdrawn(consent, ConsentPurpose.PHOTOGRAPH, null));
    }

    void refuse(UUID consent) {
        tell(new ConsentRefused(consent, ConsentPurpose.STORY_PUBLICATION, null));
    }

    void withdraw(UUID consent) {
        tell(withdrawal(consent));
    }

    /** The event arrives before the one that comes before it. */
    void withdrawTooEarly(UUID consent) {
        send(withdrawal(consent), sequences.getOrDefault(consent, 0L) + 2);
    }

    /** The person says again what she said, and this arrives before the event before it. */
    void giveTooEarly(UUID consent, String textHash) {
        send(
                new ConsentGiven(consent, ConsentPurpose.STORY_PUBLICATION, null, textHash, null),
                sequences.getOrDefault(consent, 0L) + 2);
    }

    /** The next event of the consent, of which nothing can be made. */
    void mumble(UUID consent) {
        var type = catalogue.typeOf(withdrawal(consent));
        long sequence = sequences.merge(consent, 1L, Long::sum);
        send(TOPIC, "consent", consent, type, sequence, "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** Something that is no event at all, where the consent's events stand. */
    void scribble(UUID consent) {
        send(
                new ProducerRecord<>(
                        TOPIC,
                        Partitions.partitionOf(consent),
                        consent.toString().getBytes(StandardCharsets.UTF_8),
                        "no event".getBytes(StandardCharsets.UTF_8)));
    }

    /** No word of how far the topic is, as when the relay or the way to it is dead. */
    void fallSilent() {
        watermarks.fallSilent();
    }

    void speakAgain() {
        watermarks.speakAgain();
    }

    private void tell(ConsentEvent event) {
        tell(event.consent(), event);
    }

    /** The next event of any aggregate, on its topic. */
    void tell(UUID aggregate, Event event) {
        send(aggregate, event, sequences.merge(aggregate, 1L, Long::sum));
    }

    private static ConsentWithdrawn withdrawal(UUID consent) {
        return new ConsentWithdrawn(consent, ConsentPurpose.STORY_PUBLICATION, null);
    }

    private void send(ConsentEvent event, long sequence) {
        send(event.consent(), event, sequence);
    }

    private void send(UUID aggregate, Event event, long sequence) {
        send(
                catalogue.topicOf(event.getClass()),
                // an event's first field is its aggregate, by the aggregate's name
                event.getClass().getRecordComponents()[0].getName(),
                aggregate,
                catalogue.typeOf(event),
                sequence,
                EventJson.write(event));
    }

    private void send(
            String topic, String kind, UUID aggregate, String type, long sequence, byte[] data) {
        var envelope =
                EventEnvelope.of(
                        kind,
                        aggregate,
                        type,
                        1,
                        sequence,
                        Instant.now(),
                        "00-" + "ab".repeat(16) + "-" + "cd".repeat(8) + "-01",
                        data);
        var message =
                new ProducerRecord<>(
                        topic, envelope.key().getBytes(StandardCharsets.UTF_8), envelope.data());
        envelope.headers().forEach(message.headers()::add);
        send(message);
    }

    private void send(ProducerRecord<byte[], byte[]> message) {
        try {
            producer.send(message).get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}

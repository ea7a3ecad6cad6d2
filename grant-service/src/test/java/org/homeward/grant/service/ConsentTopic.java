package org.homeward.grant.service;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.homeward.kit.test.Backends;

/** Tells how far the consents' topic is, as the neighbour's relay does. */
final class ConsentTopic {

    private static final String TOPIC = "homeward.consent.v1";
    private static final String WATERMARK = "homeward.watermark.v1";
    private static final int PARTITIONS = 12;
    private static final ConsentTopic SHARED = new ConsentTopic();

    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;
    private volatile boolean silent;

    private ConsentTopic() {
        var servers = Backends.shared().bootstrapServers();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        admin =
                Admin.create(
                        Map.of("bootstrap.servers", servers, "metadata.recovery.strategy", "none"));
        var clock =
                Executors.newSingleThreadScheduledExecutor(
                        work -> Thread.ofPlatform().daemon().name("watermark").unstarted(work));
        var _ = clock.scheduleWithFixedDelay(this::tell, 0, 500, TimeUnit.MILLISECONDS);
    }

    static ConsentTopic shared() {
        return SHARED;
    }

    /** No word of how far the topic is, as when the relay or the way to it is dead. */
    void fallSilent() {
        silent = true;
    }

    void speakAgain() {
        silent = false;
    }

    private void tell() {
        if (silent) {
            return;
        }
        try {
            var ends =
                    admin.listOffsets(
                                    IntStream.range(0, PARTITIONS)
                                            .boxed()
                                            .collect(
                                                    Collectors.toMap(
                                                            p -> new TopicPartition(TOPIC, p),
                                                            _ -> OffsetSpec.latest())))
                            .all()
                            .get();
            ends.forEach((partition, end) -> tell(partition, end.offset() - 1));
        } catch (ExecutionException brokerAway) {
            // tried again in half a second
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(TopicPartition partition, long offset) {
        var json =
                "{\"topic\":\"%s\",\"partition\":%d,\"offset\":%d,\"oldestPendingMillis\":0}"
                        .formatted(TOPIC, partition.partition(), offset);
        var message =
                new ProducerRecord<byte[], byte[]>(
                        WATERMARK, json.getBytes(StandardCharsets.UTF_8));
        message.headers().add("lease-epoch", "1".getBytes(StandardCharsets.UTF_8));
        var _ = producer.send(message);
    }
}

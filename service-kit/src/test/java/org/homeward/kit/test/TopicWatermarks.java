package org.homeward.kit.test;

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
import org.homeward.contracts.Partitions;

/**
 * Tells every half second how far a topic is, as the relay of the service that owns it does; for
 * tests of a service that reads the topic and has to know whether it knows all of it.
 */
public final class TopicWatermarks {

    private static final String WATERMARK = "homeward.watermark.v1";

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;
    private volatile boolean silent;

    private TopicWatermarks(String topic) {
        this.topic = topic;
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

    /** Begins to tell, and goes on until the tests end. */
    public static TopicWatermarks of(String topic) {
        return new TopicWatermarks(topic);
    }

    /** No word any more, as when the relay or the way to it is dead. */
    public void fallSilent() {
        silent = true;
    }

    public void speakAgain() {
        silent = false;
    }

    private void tell() {
        if (silent) {
            return;
        }
        try {
            var ends =
                    admin.listOffsets(
                                    IntStream.range(0, Partitions.COUNT)
                                            .boxed()
                                            .collect(
                                                    Collectors.toMap(
                                                            p -> new TopicPartition(topic, p),
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
                        .formatted(topic, partition.partition(), offset);
        var message =
                new ProducerRecord<byte[], byte[]>(
                        WATERMARK, json.getBytes(StandardCharsets.UTF_8));
        message.headers().add("lease-epoch", "1".getBytes(StandardCharsets.UTF_8));
        var _ = producer.send(message);
    }
}

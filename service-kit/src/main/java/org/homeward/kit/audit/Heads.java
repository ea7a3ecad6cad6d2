package org.homeward.kit.audit;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.bson.BsonDocument;
import org.homeward.contracts.Partitions;
import org.homeward.kit.relay.TopicProvisioning;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the heads of the chains where the service's own database user can't reach them: to a topic
 * that the services append to and auditors read, and to the log of the process. A head that is on
 * the topic can't be taken back; the first that was told for a batch counts. One partition for all
 * of a chain, so the order on the topic is that of the batches.
 */
final class Heads implements AutoCloseable {

    static final String TOPIC = TopicProvisioning.AUDIT;

    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String service;
    private final MongoDatabase database;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private @Nullable Producer<byte[], byte[]> producer;

    Heads(
            String service,
            MongoDatabase database,
            Supplier<Producer<byte[], byte[]>> producers,
            Supplier<Consumer<byte[], byte[]>> consumers) {
        this.service = service;
        this.database = database;
        this.producers = producers;
        this.consumers = consumers;
    }

    /**
     * Tells those that are not told yet. A head may be told twice.
     *
     * @throws KafkaException when the topic can't be written now: it is tried again
     */
    synchronized void tell() {
        try {
            for (AuditLog log : AuditLog.ALL) {
                var seals = database.getCollection(log.seals(), BsonDocument.class);
                for (BsonDocument stored :
                        seals.find(Filters.eq(Seal.TOLD, false)).sort(Sorts.ascending("_id"))) {
                    Seal seal = Seal.of(stored);
                    tell(log, seal);
                    seals.updateOne(Filters.eq("_id", seal.number()), Updates.set(Seal.TOLD, true));
                }
            }
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void tell(AuditLog log, Seal seal) {
        String head = HexFormat.of().formatHex(seal.head().getData());
        if (producer == null) {
            producer = producers.get();
        }
        var message =
                new ProducerRecord<>(
                        TOPIC,
                        partition(log),
                        utf8(chain(log)),
                        utf8(seal.number() + " " + seal.entries().size() + " " + head));
        try {
            producer.send(message).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaException("a head can't be told", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", interrupted);
        }
        LOG.atInfo()
                .addKeyValue("audit", log.collection())
                .addKeyValue("batch", seal.number())
                .addKeyValue("entries", seal.entries().size())
                .addKeyValue("head", head)
                .log("Sealed");
    }

    /**
     * What was told of a chain: head in hex by batch, the first that was told.
     *
     * @throws KafkaException when the topic can't be read now
     */
    Map<Long, String> told(AuditLog log) {
        var told = new HashMap<Long, String>();
        var partition = new TopicPartition(TOPIC, partition(log));
        try (var consumer = consumers.get()) {
            long end =
                    consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition, PATIENCE) < end) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(PATIENCE)) {
                    if (chain(log).equals(text(message.key()))) {
                        String[] parts = text(message.value()).split(" ", 3);
                        told.putIfAbsent(Long.valueOf(parts[0]), parts[2]);
                    }
                }
            }
        }
        return told;
    }

    private String chain(AuditLog log) {
        return service + "/" + log.collection();
    }

    private int partition(AuditLog log) {
        return Math.floorMod(chain(log).hashCode(), Partitions.COUNT);
    }

    @Override
    public synchronized void close() {
        var sending = producer;
        producer = null;
        if (sending != null) {
            sending.close(Duration.ZERO);
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

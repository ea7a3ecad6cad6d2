package org.homeward.kit.audit;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
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

/**
 * Tells the heads of the chains where the service's own database user can't reach them: to a topic
 * (the log of the process has them from the {@link Sealer}). A head that is on the topic can't be
 * taken back; the first that was told for a batch counts. Each is signed, so who can write the
 * topic and does not hold the key tells nothing. One partition for all of a chain, so the order on
 * the topic is that of the batches.
 */
final class Heads implements AutoCloseable {

    static final String TOPIC = TopicProvisioning.AUDIT;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String service;
    private final MongoDatabase database;
    private final Signing signing;
    private final PlantedSeals planted;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private @Nullable Producer<byte[], byte[]> producer;

    Heads(
            String service,
            MongoDatabase database,
            Signing signing,
            PlantedSeals planted,
            Supplier<Producer<byte[], byte[]>> producers,
            Supplier<Consumer<byte[], byte[]>> consumers) {
        this.service = service;
        this.database = database;
        this.signing = signing;
        this.planted = planted;
        this.producers = producers;
        this.consumers = consumers;
    }

    /**
     * Tells those of a log that are not told yet. A head may be told twice.
     *
     * @throws KafkaException when the topic can't be written now: it is tried again
     */
    synchronized void tell(AuditLog log) {
        var seals = database.getCollection(log.seals(), BsonDocument.class);
        try {
            for (BsonDocument row :
                    seals.find(Filters.eq(Seal.TOLD, false)).sort(Sorts.ascending("_id"))) {
                Seal seal = Seal.read(log, signing, row);
                if (seal == null) {
                    planted.found(log, row);
                } else {
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
        // not how many entries: that would tell who reads the topic how much happened, and when
        String line = seal.number() + " " + seal.hex();
        if (producer == null) {
            producer = producers.get();
        }
        var message =
                new ProducerRecord<>(
                        TOPIC,
                        partition(log),
                        utf8(chain(log)),
                        utf8(line + " " + signature(log, line)));
        try {
            producer.send(message).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaException("a head can't be told", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", interrupted);
        }
    }

    /**
     * What was told of a chain until now.
     *
     * @throws KafkaException when the topic can't be read now
     */
    Told told(AuditLog log) {
        return new Told(log);
    }

    /**
     * A head as it was told.
     *
     * @param batch its number
     */
    record Head(long batch, String hex) {}

    /** The heads of a chain in the order of their batches, of each batch the first. */
    final class Told implements AutoCloseable {

        private final AuditLog log;
        private final TopicPartition partition;
        private final Consumer<byte[], byte[]> consumer;
        private final long end;
        private Iterator<ConsumerRecord<byte[], byte[]>> polled = Collections.emptyIterator();
        private @Nullable Head next;
        private long newest;

        private Told(AuditLog log) {
            this.log = log;
            this.partition = new TopicPartition(TOPIC, partition(log));
            this.consumer = consumers.get();
            try {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                this.end =
                        consumer.endOffsets(List.of(partition), PATIENCE)
                                .getOrDefault(partition, 0L);
                this.next = read();
            } catch (RuntimeException failure) {
                consumer.close();
                throw failure;
            }
        }

        /**
         * The next one of this batch or a later, or null after the last; those before it are passed
         * over.
         *
         * @throws KafkaException when the topic can't be read now
         */
        @Nullable Head from(long batch) {
            Head found = next;
            while (found != null && found.batch() < batch) {
                found = read();
            }
            next = found;
            return found;
        }

        private @Nullable Head read() {
            while (true) {
                while (polled.hasNext()) {
                    Head head = head(polled.next());
                    // a repeat, or one that wants to come before what was told
                    if (head != null && head.batch() > newest) {
                        newest = head.batch();
                        return head;
                    }
                }
                if (consumer.position(partition, PATIENCE) >= end) {
                    return null;
                }
                var records = consumer.poll(PATIENCE);
                if (records.isEmpty()) {
                    throw new KafkaException("the heads can't be read to their end");
                }
                polled = records.records(partition).iterator();
            }
        }

        private @Nullable Head head(ConsumerRecord<byte[], byte[]> message) {
            String value = text(message.value());
            int cut = value.lastIndexOf(' ');
            if (cut < 0 || !chain(log).equals(text(message.key()))) {
                return null;
            }
            String line = value.substring(0, cut);
            if (!MessageDigest.isEqual(
                    utf8(signature(log, line)), utf8(value.substring(cut + 1)))) {
                return null;
            }
            String[] parts = line.split(" ", -1);
            return new Head(Long.parseLong(parts[0]), parts[1]);
        }

        @Override
        public void close() {
            consumer.close();
        }
    }

    private String signature(AuditLog log, String line) {
        return signing.sign("head " + chain(log) + " " + line);
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

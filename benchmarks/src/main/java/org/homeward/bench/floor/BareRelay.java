package org.homeward.bench.floor;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.homeward.contracts.EventEnvelope;

/**
 * The simplest relay that does it in batches: find what is pending, send all of it, await all, mark
 * all by one update. It knows no order beyond the partition's, no other instance and no failure.
 */
final class BareRelay implements Runnable, AutoCloseable {

    private static final int BATCH = 1_000;

    /** As many bytes as ours sends; what they say is nobody's concern here. */
    private static final Map<String, byte[]> HEADERS =
            new EventEnvelope(
                            new UUID(0, 0),
                            EventEnvelope.sourceOf("parcel", new UUID(0, 0)),
                            "homeward.notification.delivered.v1",
                            1,
                            1,
                            Instant.EPOCH,
                            "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01",
                            new byte[] {'{', '}'})
                    .headers();

    private final MongoCollection<Document> journal;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = new Thread(this, "bare-relay");
    private volatile boolean running = true;

    BareRelay(MongoDatabase database, String kafka, String topic) {
        this.journal =
                database.getCollection(Twin.JOURNAL)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.topic = topic;
        var bytes = new ByteArraySerializer();
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0),
                        bytes,
                        bytes);
    }

    BareRelay start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    void wake() {
        work.release();
    }

    @Override
    public void run() {
        try {
            while (running) {
                if (publish() < BATCH) {
                    if (work.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                        work.drainPermits();
                    }
                }
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("the bare relay knows no failure", failure);
        }
    }

    private int publish() throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        List<Object> ids = new ArrayList<>();
        for (Document entry :
                journal.find(Filters.exists("outbox.order"))
                        .hintString("outbox")
                        .limit(BATCH)
                        .batchSize(BATCH)) {
            var id = entry.get("_id", Document.class);
            byte[] key = id.get("a", UUID.class).toString().getBytes(StandardCharsets.UTF_8);
            var message = new ProducerRecord<>(topic, key, Twin.data(entry));
            HEADERS.forEach(message.headers()::add);
            sent.add(producer.send(message));
            ids.add(id);
        }
        for (Future<RecordMetadata> record : sent) {
            record.get();
        }
        if (!ids.isEmpty()) {
            journal.updateMany(Filters.in("_id", ids), Updates.unset("outbox"));
        }
        return ids.size();
    }

    @Override
    public void close() {
        running = false;
        wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}

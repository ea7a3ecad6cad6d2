package org.homeward.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.homeward.bench.floor.Twin;
import org.homeward.bench.process.Child;
import org.homeward.bench.process.Order;
import org.homeward.contracts.Partitions;
import org.homeward.kit.audit.Signing;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.MasterKey;

/** Lets a relay publish a backlog that was there before it, and watches the topic fill. */
final class Drain {

    private static final int BATCH = 5_000;
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    private final Ground ground;
    private final String like;
    private int number;

    /**
     * @param like database with a command in it, as whose entries the backlog is made
     */
    Drain(Ground ground, String like) {
        this.ground = ground;
        this.like = like;
    }

    /**
     * How it went.
     *
     * @param rate entries per second, from the first on the topic to the last
     * @param flat rate of the last tenth over that of the first
     */
    record Outcome(double rate, double flat) {}

    Outcome of(Child child, int backlog) {
        number++;
        String database = "drain" + number;
        String topic = "bench.drain." + number;
        makeTopic(ground.kafka(), topic);
        try (var client = client(ground.mongo(database))) {
            fill(client, database, topic, backlog);
            try (var offsets = new Offsets(ground.kafka(), topic)) {
                child.ask(Order.drain(database, topic));
                var outcome = watch(offsets, backlog);
                awaitMarked(client, database);
                return outcome;
            } finally {
                child.ask(Order.of(Order.What.STOP_DRAIN));
                client.getDatabase(database).drop();
                vault(client, database).drop();
            }
        }
    }

    private void fill(MongoClient client, String database, String topic, int backlog) {
        var from = client.getDatabase(like);
        var to = client.getDatabase(database);
        Twin.copyIndexes(from, to);
        var twin = Twin.of(from, topic);
        var signing = signing(to, vault(client, database));
        var journal = to.getCollection("journal").withWriteConcern(WriteConcern.W1);
        for (int made = 0; made < backlog; made += BATCH) {
            List<Document> entries = new ArrayList<>();
            for (int i = made; i < Math.min(backlog, made + BATCH); i++) {
                entries.add(twin.entry(UUID.randomUUID(), i, signing));
            }
            journal.insertMany(entries, new InsertManyOptions().ordered(false));
        }
        journal.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .updateOne(new Document("_id", 0), new Document("$set", new Document("x", 1)));
    }

    /** What the relay that is about to start will ask for: made first, it opens the same vault. */
    private Signing signing(MongoDatabase data, MongoDatabase vault) {
        var alarms = new Alarms(new SimpleMeterRegistry(), true);
        var opened = KeyVault.open(data, vault, MasterKey.read(ground.masterKey()), alarms);
        return new Signing(opened.derive("audit"));
    }

    private static MongoDatabase vault(MongoClient client, String database) {
        return client.getDatabase(database + "_vault");
    }

    private static Outcome watch(Offsets offsets, int backlog) {
        long end = System.nanoTime() + PATIENCE;
        long[] crossed = new long[11];
        long before = System.nanoTime();
        long countBefore = 0;
        int tenth = 0;
        while (tenth <= 10) {
            long now = System.nanoTime();
            long count = offsets.count();
            // the first is passed by the first entry, the eleventh by the last
            while (tenth <= 10 && count >= Math.max(1, (long) backlog * tenth / 10)) {
                long wanted = Math.max(1, (long) backlog * tenth / 10);
                double part = (wanted - countBefore) / (double) Math.max(1, count - countBefore);
                crossed[tenth++] = before + (long) ((now - before) * Math.clamp(part, 0, 1));
            }
            if (now > end) {
                throw new IllegalStateException(
                        count + " of " + backlog + " entries were published in ten minutes");
            }
            before = now;
            countBefore = count;
            LockSupport.parkNanos(LOOK);
        }
        // no time is known finer than how often was looked
        double first = Math.max(LOOK, crossed[1] - crossed[0]);
        double last = Math.max(LOOK, crossed[10] - crossed[9]);
        return new Outcome(backlog * 1e9 / (crossed[10] - crossed[0]), first / last);
    }

    private static void awaitMarked(MongoClient client, String database) {
        var journal = client.getDatabase(database).getCollection("journal");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        var pending = new Document("outbox.order", new Document("$exists", true));
        while (journal.find(pending).hintString("outbox").first() != null) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("what was published is not marked");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    static void makeTopic(String kafka, String name) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            admin.createTopics(List.of(new NewTopic(name, Partitions.COUNT, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("no topic " + name, refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    static MongoClient client(String uri) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uri))
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .build());
    }

    /** How many records are on a topic that never loses any. */
    private static final class Offsets implements AutoCloseable {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final List<TopicPartition> partitions;

        Offsets(String kafka, String topic) {
            var bytes = new ByteArrayDeserializer();
            consumer =
                    new KafkaConsumer<>(
                            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka), bytes, bytes);
            partitions =
                    IntStream.range(0, Partitions.COUNT)
                            .mapToObj(partition -> new TopicPartition(topic, partition))
                            .toList();
        }

        long count() {
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}

package org.homeward.kit.relay;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.Partitions;
import org.homeward.kit.test.Backends;

/** A database and a topic of a test's own, instances that publish, and what arrived. */
final class Rig implements AutoCloseable {

    final String topic = "homeward.t" + UUID.randomUUID().toString().substring(0, 8) + ".v1";
    final String uri = Backends.shared().mongoUri(Backends.freshDatabase());
    final String bootstrap;
    final HandJournal journal;
    private final MongoClient client = Node.client(uri, new Gate());
    private final List<Node> nodes = new ArrayList<>();

    Rig() {
        this(Backends.shared().bootstrapServers());
    }

    Rig(String bootstrap) {
        this.bootstrap = bootstrap;
        journal = journalOf("nobody");
        journal.prepare();
        createTopic(topic);
    }

    HandJournal journalOf(String instance) {
        return journalOf(instance, topic);
    }

    HandJournal journalOf(String instance, String told) {
        return new HandJournal(client, database(), told, instance);
    }

    private MongoDatabase database() {
        return client.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()));
    }

    /** How many leases the database gives to an instance. */
    long leasesOf(Node node) {
        return database()
                .getCollection("relay_leases")
                .countDocuments(new Document("owner", node.id));
    }

    void createTopic(String name) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            if (!admin.listTopics().names().get().contains(name)) {
                admin.createTopics(List.of(new NewTopic(name, Partitions.COUNT, (short) 1)))
                        .all()
                        .get();
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** An instance that is not started. */
    Node node(LongSupplier nanos, Clock clock) {
        var node = new Node(uri, bootstrap, Set.of(topic), nanos, clock);
        nodes.add(node);
        return node;
    }

    /** An instance as in production. */
    Node started() {
        return node(System::nanoTime, Clock.systemUTC()).start(Duration.ofSeconds(1));
    }

    /** All that is on a topic now. */
    List<ConsumerRecord<byte[], byte[]>> records(String name) {
        var properties = new HashMap<String, Object>(Map.of("bootstrap.servers", bootstrap));
        var bytes = new ByteArrayDeserializer();
        var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(properties, bytes, bytes)) {
            var partitions =
                    IntStream.range(0, Partitions.COUNT)
                            .mapToObj(p -> new TopicPartition(name, p))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    static EventEnvelope event(ConsumerRecord<byte[], byte[]> message) {
        var headers = new LinkedHashMap<String, byte[]>();
        for (Header header : message.headers()) {
            headers.put(header.key(), header.value());
        }
        return EventEnvelope.from(headers, message.value());
    }

    /** The sequences of each aggregate, in the order of the topic. */
    Map<UUID, List<Long>> arrived() {
        var arrived = new HashMap<UUID, List<Long>>();
        for (var message : records(topic)) {
            var event = event(message);
            arrived.computeIfAbsent(event.aggregate(), _ -> new ArrayList<>())
                    .add(event.sequence());
        }
        return arrived;
    }

    List<Long> arrived(UUID aggregate) {
        return arrived().getOrDefault(aggregate, List.of());
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        client.close();
    }
}

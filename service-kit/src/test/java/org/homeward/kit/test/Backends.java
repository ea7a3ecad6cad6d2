package org.homeward.kit.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.homeward.backends.KafkaOptions;
import org.homeward.backends.KafkaProcess;
import org.homeward.backends.MongoOptions;
import org.homeward.backends.MongoProcess;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.Partitions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * A real MongoDB replica set and a real Kafka, started once for all tests of a module: containers
 * where a Docker engine answers, processes where none does. Tests keep apart by names: each asks
 * for a database of its own, and aggregates have random ids.
 */
public final class Backends {

    private static final Backends SHARED = new Backends();

    private final String mongoUri;
    private final String bootstrapServers;
    private final Path masterKey;

    private Backends() {
        try {
            var data = Scratch.folder("backends");
            masterKey = masterKey(data);
            if (DockerClientFactory.instance().isDockerAvailable()) {
                var mongo = new MongoDBContainer("mongo:8.0").withReplicaSet();
                var kafka = new KafkaContainer("apache/kafka:4.1.1");
                // not by a lambda of this class: other threads would wait for its initialisation
                Startables.deepStart(mongo, kafka).join();
                mongoUri = mongo.getReplicaSetUrl("DATABASE");
                bootstrapServers = kafka.getBootstrapServers();
            } else {
                mongoUri =
                        MongoProcess.start(MongoOptions.in(data.resolve("mongo"))).uri("DATABASE");
                bootstrapServers =
                        KafkaProcess.start(KafkaOptions.in(data.resolve("kafka")))
                                .bootstrapServers();
            }
            createTopics();
        } catch (Exception unavailable) {
            throw new IllegalStateException("no MongoDB or Kafka to test with", unavailable);
        }
    }

    public static Backends shared() {
        return SHARED;
    }

    /**
     * @param database of the caller's own
     */
    public String mongoUri(String database) {
        return mongoUri.replace("DATABASE", database);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** A file with a master key that exists for this run only. */
    public Path masterKey() {
        return masterKey;
    }

    /** A database name that no other test uses. */
    public static String freshDatabase() {
        return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    private static Path masterKey(Path folder) throws java.io.IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Files.writeString(
                folder.resolve("master.key"), Base64.getEncoder().encodeToString(key));
    }

    private void createTopics() throws Exception {
        try (var admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var topics =
                    Stream.concat(
                                    EventCatalogue.load().topics().stream(),
                                    Stream.of("homeward.watermark.v1", "homeward.audit.v1"))
                            .map(name -> new NewTopic(name, Partitions.COUNT, (short) 1))
                            .toList();
            admin.createTopics(List.copyOf(topics)).all().get();
        }
    }
}

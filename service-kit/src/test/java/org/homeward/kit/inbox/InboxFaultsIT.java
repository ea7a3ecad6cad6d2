package org.homeward.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.homeward.backends.KafkaOptions;
import org.homeward.backends.KafkaProcess;
import org.homeward.backends.MongoOptions;
import org.homeward.backends.MongoProcess;
import org.homeward.contracts.Partitions;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.PowerCut;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backends die under the inbox: nothing is lost and nothing happens twice. */
class InboxFaultsIT {

    private static Path files;
    private static MongoProcess mongo;
    private static KafkaProcess kafka;

    private final String name = Backends.freshDatabase();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        files = folder;
        mongo = MongoProcess.start(MongoOptions.in(files.resolve("mongo")));
        kafka = KafkaProcess.start(KafkaOptions.in(files.resolve("kafka")));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(
                            Stream.of(Sample.TOPIC, Watermark.TOPIC)
                                    .map(t -> new NewTopic(t, Partitions.COUNT, (short) 1))
                                    .toList())
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
        mongo.close();
    }

    @Test
    void mongodb_is_killed_in_the_middle_and_comes_back() throws Exception {
        try (var service = service()) {
            List<UUID> aggregates = Stream.generate(UUID::randomUUID).limit(30).toList();
            send(aggregates, 1, 20);
            soon().until(() -> !service.effects(aggregates.getFirst()).isEmpty());

            mongo.kill9();
            send(aggregates, 21, 40);
            mongo.restart();

            soon().untilAsserted(
                            () ->
                                    assertThat(aggregates)
                                            .allSatisfy(
                                                    a ->
                                                            assertThat(service.effects(a))
                                                                    .isEqualTo(numbers(1, 40))));
            assertThat(service.parked()).isEmpty();
        }
    }

    @Test
    void the_tail_of_the_log_is_lost_and_overwritten_while_the_consumer_is_down() throws Exception {
        UUID id = UUID.randomUUID();
        int partition = Partitions.partitionOf(id);
        try (var service = service()) {
            send(List.of(id), 1, 6);
            soon().until(() -> service.effects(id).equals(numbers(1, 6)));
        }
        List<UUID> others = on(partition, 12);

        cut(partition);
        kafka.restart();
        send(others, 1, 1);
        send(List.of(id), 1, 7);

        try (var service = service()) {
            soon().untilAsserted(() -> assertThat(service.effects(id)).isEqualTo(numbers(1, 7)));
            assertThat(others).allSatisfy(a -> assertThat(service.effects(a)).containsExactly(1L));
            assertThat(service.parked()).isEmpty();
        }
    }

    @Test
    void the_tail_of_the_log_is_lost_and_overwritten_under_a_running_consumer() throws Exception {
        UUID id = UUID.randomUUID();
        int partition = Partitions.partitionOf(id);
        try (var service = service()) {
            send(List.of(id), 1, 6);
            soon().until(() -> service.effects(id).equals(numbers(1, 6)));
            List<UUID> others = on(partition, 12);

            cut(partition);
            kafka.restart();
            send(others, 1, 1);
            send(List.of(id), 1, 7);

            soon().untilAsserted(() -> assertThat(service.effects(id)).isEqualTo(numbers(1, 7)));
            soon().untilAsserted(
                            () ->
                                    assertThat(others)
                                            .allSatisfy(
                                                    a ->
                                                            assertThat(service.effects(a))
                                                                    .containsExactly(1L)));
            assertThat(service.parked()).isEmpty();
        }
    }

    @Test
    void kafka_is_away_at_the_start_and_comes_later() throws Exception {
        UUID id = UUID.randomUUID();
        send(List.of(id), 1, 3);
        kafka.stop();
        long before = System.nanoTime();

        try (var service = service()) {
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(30));
            kafka.restart();

            soon().until(() -> service.effects(id).equals(numbers(1, 3)));
        } finally {
            if (!kafka.isAlive()) {
                kafka.restart();
            }
        }
    }

    private InboxFixture service() {
        return InboxFixture.start(name, mongo.uri(name), kafka.bootstrapServers());
    }

    private static void send(List<UUID> aggregates, long first, long last) throws Exception {
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (long sequence = first; sequence <= last; sequence++) {
            for (UUID aggregate : aggregates) {
                messages.add(Sample.of(aggregate, sequence).toSend());
            }
        }
        InboxFixture.send(kafka.bootstrapServers(), messages);
    }

    private static List<UUID> on(int partition, int many) {
        return Stream.generate(UUID::randomUUID)
                .filter(id -> Partitions.partitionOf(id) == partition)
                .limit(many)
                .toList();
    }

    private static void cut(int partition) {
        PowerCut.strike(kafka, files.resolve("kafka"), Sample.TOPIC, 1_500, partition);
    }

    private static List<Long> numbers(long first, long last) {
        return Stream.iterate(first, n -> n <= last, n -> n + 1).toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
    }
}

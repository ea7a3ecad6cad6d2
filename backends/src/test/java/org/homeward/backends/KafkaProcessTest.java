package org.homeward.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaProcessTest {

    private static final TopicPartition TOPIC = new TopicPartition("things", 0);

    private final Path data;

    KafkaProcessTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void acknowledged_records_are_there_after_kill_9_and_restart() throws Exception {
        try (KafkaProcess kafka = KafkaProcess.start(KafkaOptions.in(data))) {
            createTopic(kafka);
            send(kafka, "kept");

            kafka.kill9();
            kafka.restart();

            assertThat(read(kafka)).containsExactly("kept");
            send(kafka, "goes on");
            assertThat(read(kafka)).containsExactly("kept", "goes on");
        }
    }

    @Test
    void the_same_files_serve_on_other_ports() throws Exception {
        try (KafkaProcess first = KafkaProcess.start(KafkaOptions.in(data))) {
            createTopic(first);
            send(first, "moved");
        }

        try (KafkaProcess second = KafkaProcess.start(KafkaOptions.in(data))) {
            assertThat(read(second)).containsExactly("moved");
            send(second, "and writable");
        }
    }

    @Test
    void two_start_at_once_on_free_ports() {
        var one = startIn(data.resolve("one"));
        var two = startIn(data.resolve("two"));

        try (KafkaProcess a = one.join();
                KafkaProcess b = two.join()) {
            assertThat(a.bootstrapServers()).isNotEqualTo(b.bootstrapServers());
            assertThat(List.of(a, b)).allMatch(KafkaProcess::isAlive);
        }
    }

    private static CompletableFuture<KafkaProcess> startIn(Path directory) {
        return CompletableFuture.supplyAsync(() -> KafkaProcess.start(KafkaOptions.in(directory)));
    }

    private static void createTopic(KafkaProcess kafka) throws Exception {
        try (Admin admin = Admin.create(servers(kafka))) {
            var topic = new NewTopic(TOPIC.topic(), 1, (short) 1);
            admin.createTopics(List.of(topic)).all().get(10, TimeUnit.SECONDS);
        }
    }

    private static void send(KafkaProcess kafka, String text) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        servers(kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC.topic(), text)).get(20, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(KafkaProcess kafka) {
        try (var consumer =
                new KafkaConsumer<>(
                        servers(kafka), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            long end = Objects.requireNonNull(consumer.endOffsets(List.of(TOPIC)).get(TOPIC));
            List<String> values = new ArrayList<>();
            while (consumer.position(TOPIC) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(r -> values.add(r.value()));
            }
            return values;
        }
    }

    private static Map<String, Object> servers(KafkaProcess kafka) {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}

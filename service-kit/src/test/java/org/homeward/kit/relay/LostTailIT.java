package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.homeward.backends.KafkaOptions;
import org.homeward.backends.KafkaProcess;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.Partitions;
import org.homeward.kit.test.PowerCut;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R8 with a broker of the tests' own, which loses what it had acknowledged. */
@Tag("full")
class LostTailIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long EVERYTHING = Long.MAX_VALUE / 2;

    /** Some three of these tests' events, and a little. */
    private static final long A_FEW = 1_500;

    private static Path files;
    private static KafkaProcess kafka;

    private final UUID thing = UUID.randomUUID();
    private final int partition = Partitions.partitionOf(thing);
    private final UUID neighbour =
            Stream.generate(UUID::randomUUID)
                    .filter(id -> Partitions.partitionOf(id) == partition)
                    .findFirst()
                    .orElseThrow();
    private Rig rig;

    @BeforeAll
    static void start(@TempDir Path folder) {
        files = folder;
        kafka = KafkaProcess.start(KafkaOptions.in(files));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @BeforeEach
    void open() {
        rig = new Rig(kafka.bootstrapServers());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void commit(long first, long last) {
        for (long n = first; n <= last; n++) {
            rig.journal.commit(thing, "event " + n);
        }
    }

    private void awaitPublished() {
        await().atMost(SOON).until(() -> rig.journal.pending() == 0);
    }

    private void cut(long bytes) {
        PowerCut.strike(kafka, files, rig.topic, bytes, partition);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** Complete and in order, when repeats are dropped. */
    private void assertArrived(UUID aggregate, long last) {
        assertThat(rig.arrived(aggregate).stream().distinct()).isEqualTo(upTo(last));
    }

    private double alarms(Node node) {
        var counter = node.registry.find("homeward.alarms").tag("kind", "events-lost").counter();
        return counter == null ? 0 : counter.count();
    }

    /** What somebody else puts on the partition. */
    private void grow(int records) {
        var bytes = new ByteArraySerializer();
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", rig.bootstrap), bytes, bytes)) {
            for (int i = 0; i < records; i++) {
                var event =
                        EventEnvelope.of(
                                "stranger",
                                UUID.randomUUID(),
                                "homeward.thing.counted.v1",
                                1,
                                1,
                                Instant.EPOCH,
                                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                                new byte[] {'1'});
                var message =
                        new ProducerRecord<>(
                                rig.topic,
                                partition,
                                event.key().getBytes(StandardCharsets.UTF_8),
                                event.data());
                event.headers().forEach(message.headers()::add);
                var _ = producer.send(message);
            }
        }
    }

    private void recreateTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", rig.bootstrap))) {
            admin.deleteTopics(List.of(rig.topic)).all().get();
            await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(rig.topic));
        }
        rig.createTopic(rig.topic);
    }

    @Test
    void a_tail_that_is_gone_when_a_relay_starts_is_published_again_before_what_is_new()
            throws Exception {
        var first = rig.started();
        commit(1, 10);
        rig.journal.commit(neighbour, "one");
        awaitPublished();
        first.stop();

        cut(A_FEW);
        kafka.restart();
        assertThat(rig.arrived(thing)).isNotEmpty().hasSizeLessThan(10);
        commit(11, 12);
        var second = rig.started();
        awaitPublished();

        assertArrived(thing, 12);
        assertArrived(neighbour, 1);
        assertThat(alarms(second)).isEqualTo(1);
        assertThat(second.metric("homeward.relay.withdrawn")).isBetween(2.0, 5.0);
    }

    @Test
    void a_tail_that_is_lost_under_a_living_relay_is_published_again_before_what_is_new() {
        var node = rig.started();
        commit(1, 10);
        awaitPublished();

        cut(A_FEW);
        commit(11, 13);
        kafka.restart();
        commit(14, 15);
        await().atMost(SOON).until(() -> rig.arrived(thing).contains(15L));
        awaitPublished();

        assertArrived(thing, 15);
        assertThat(alarms(node)).isEqualTo(1);
    }

    @Test
    void a_living_relay_that_has_nothing_to_send_notices_too() {
        rig.started();
        commit(1, 10);
        awaitPublished();

        cut(A_FEW);
        kafka.restart();

        await().atMost(SOON).until(() -> rig.arrived(thing).stream().distinct().count() == 10);
        assertArrived(thing, 10);
    }

    @Test
    void a_tail_is_missed_although_the_log_has_grown_beyond_its_old_end() throws Exception {
        var first = rig.started();
        commit(1, 10);
        awaitPublished();
        first.stop();

        cut(A_FEW);
        kafka.restart();
        grow(20);
        rig.started();

        await().atMost(SOON).until(() -> rig.arrived(thing).stream().distinct().count() == 10);
        assertArrived(thing, 10);
    }

    @Test
    void a_log_that_has_grown_under_a_living_relay_is_seen_through() {
        rig.started();
        commit(1, 10);
        awaitPublished();

        cut(A_FEW);
        kafka.restart();
        grow(20);
        commit(11, 11);

        await().atMost(SOON).until(() -> rig.arrived(thing).contains(11L));
        assertArrived(thing, 11);
    }

    @Test
    void an_empty_log_is_filled_again_in_order() {
        rig.started();
        var things = new ArrayList<UUID>(List.of(thing, neighbour));
        Stream.generate(UUID::randomUUID).limit(60).forEach(things::add);
        things.forEach(one -> rig.journal.backlog(one, 30, Instant.now()));
        awaitPublished();

        cut(EVERYTHING);
        kafka.restart();

        await().atMost(SOON).until(() -> Objects.equals(rig.arrived(neighbour), upTo(30)));
        awaitPublished();
        assertThat(things).allSatisfy(one -> assertArrived(one, 30));
    }

    @Test
    void a_topic_that_was_made_anew_is_filled_from_the_beginning_when_a_relay_starts()
            throws Exception {
        var first = rig.started();
        commit(1, 5);
        var other = UUID.randomUUID();
        rig.journal.commit(other, "one");
        awaitPublished();
        first.stop();

        recreateTopic();
        commit(6, 6);
        rig.started();
        awaitPublished();

        assertThat(rig.arrived(thing)).isEqualTo(upTo(6));
        assertThat(rig.arrived(other)).isEqualTo(upTo(1));
    }

    @Test
    void a_topic_that_is_made_anew_under_a_living_relay_is_filled_when_the_next_event_comes()
            throws Exception {
        var node = rig.started();
        commit(1, 5);
        awaitPublished();

        recreateTopic();
        commit(6, 6);
        await().atMost(SOON).until(() -> rig.arrived(thing).containsAll(upTo(6)));
        awaitPublished();

        // the event that brought it to light stands there too early once; consumers park it
        assertThat(rig.arrived(thing).stream().dropWhile(n -> n != 1).distinct())
                .isEqualTo(upTo(6));
        assertThat(alarms(node)).isEqualTo(1);
    }

    @Test
    void what_is_complete_is_left_alone_at_every_start() throws Exception {
        for (int i = 1; i <= 3; i++) {
            var node = rig.node(System::nanoTime, Clock.systemUTC()).start(Duration.ofSeconds(1));
            commit(i, i);
            awaitPublished();
            node.stop();
            assertThat(node.metric("homeward.relay.withdrawn")).isZero();
        }
        assertThat(rig.arrived(thing)).isEqualTo(upTo(3));
    }
}

package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.homeward.contracts.Partitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a watermark says; the relay itself runs only where a test starts it. */
class WatermarkTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Rig rig = new Rig();
    private final UUID thing = UUID.randomUUID();
    private final int partition = Partitions.partitionOf(thing);
    private final AtomicLong nanos = new AtomicLong(System.nanoTime());
    private final Node node = rig.node(nanos::get, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        rig.close();
    }

    private void commitAt(Instant at) {
        try (var open = rig.journal.open(thing, 1, at, "event")) {
            open.commit();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private List<JsonNode> written(int about) {
        return rig.records(Watermark.TOPIC).stream()
                .filter(
                        r ->
                                new String(r.key(), StandardCharsets.UTF_8)
                                        .equals(rig.topic + "/" + about))
                .peek(r -> assertThat(r.partition()).isEqualTo(about))
                .map(r -> JSON.readTree(r.value()))
                .toList();
    }

    private JsonNode write() throws Exception {
        int before = written(partition).size();
        node.leases.tick();
        node.prove();
        node.watermark.write();
        await().atMost(Duration.ofSeconds(20)).until(() -> written(partition).size() > before);
        return written(partition).getLast();
    }

    private long age() throws Exception {
        return write().get("oldestPendingMillis").asLong();
    }

    @Test
    void of_an_empty_partition_it_says_minus_one_and_that_nothing_waits() throws Exception {
        var mark = write();

        assertThat(mark.get("topic").asString()).isEqualTo(rig.topic);
        assertThat(mark.get("partition").asInt()).isEqualTo(partition);
        assertThat(mark.get("offset").asLong()).isEqualTo(-1);
        assertThat(mark.get("oldestPendingMillis").asLong()).isZero();
        assertThat(mark.propertyNames()).hasSize(4);
    }

    @Test
    void when_all_is_published_it_says_the_last_offset() throws Exception {
        var publisher = rig.started();
        for (int i = 0; i < 3; i++) {
            commitAt(NOW);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> rig.journal.pending() == 0);
        publisher.stop();

        var mark = write();

        assertThat(mark.get("offset").asLong()).isEqualTo(2);
        assertThat(mark.get("oldestPendingMillis").asLong()).isZero();
    }

    @Test
    void what_is_committed_and_not_sent_makes_it_old() throws Exception {
        commitAt(NOW.minusSeconds(12));

        assertThat(age()).isEqualTo(12_000);
        assertThat(write().get("offset").asLong()).isEqualTo(-1);
    }

    @Test
    void a_writer_whose_clock_is_ahead_does_not_make_it_look_young() throws Exception {
        commitAt(NOW.plus(Duration.ofHours(1)));

        assertThat(age()).isGreaterThan(3_000_000);
    }

    @Test
    void a_clock_that_stands_still_does_not_make_it_look_young() throws Exception {
        commitAt(NOW);
        assertThat(age()).isZero();

        pass(Duration.ofSeconds(7));

        assertThat(age()).isEqualTo(7_000);
    }

    @Test
    void an_event_that_is_held_aside_counts_as_waiting() throws Exception {
        commitAt(NOW.minusSeconds(8));
        node.leases.tick();
        var found = node.backlog.read(node.leases.held().keySet(), java.util.Set.of());
        node.aside.hold(found.entries(), "test");

        assertThat(rig.journal.pending()).isZero();
        assertThat(age()).isEqualTo(8_000);
    }

    @Test
    void of_a_shard_that_is_not_proven_it_says_nothing() throws Exception {
        node.leases.tick();

        node.watermark.write();

        write();
        assertThat(written(partition)).hasSize(1);
    }

    @Test
    void what_the_topic_has_lost_makes_it_old() throws Exception {
        commitAt(NOW.minusSeconds(12));
        rig.journal
                .collection()
                .updateMany(
                        new Document(),
                        List.of(
                                new Document(
                                        "$set",
                                        new Document(
                                                "settled",
                                                new Document("shard", "$outbox.shard")
                                                        .append("order", "$outbox.order")
                                                        .append("lease", 1L)
                                                        .append("offset", 7L))),
                                new Document("$unset", "outbox")));
        assertThat(rig.journal.pending()).isZero();

        assertThat(age()).isEqualTo(12_000);
    }

    @Test
    void whoever_slept_past_its_lease_says_nothing() throws Exception {
        write();
        pass(Leases.FENCE);

        node.watermark.write();

        node.leases.tick();
        node.watermark.write();
        await().atMost(Duration.ofSeconds(20)).until(() -> written(partition).size() > 1);
        assertThat(written(partition)).hasSize(2);
    }

    @Test
    void a_client_that_has_met_a_fatal_error_is_made_anew() throws Exception {
        var bytes = new ByteArraySerializer();
        var made = new AtomicInteger();
        var fenced = new MockProducer<>(true, new RoundRobinPartitioner(), bytes, bytes);
        fenced.sendException = new ProducerFencedException("by another");
        var sound = new MockProducer<>(true, new RoundRobinPartitioner(), bytes, bytes);
        try (var watermark =
                new Watermark(
                        Set.of(rig.topic),
                        node.leases,
                        node.backlog,
                        node.aside,
                        node.audit,
                        () -> Admin.create(Map.of("bootstrap.servers", rig.bootstrap)),
                        () -> made.getAndIncrement() == 0 ? fenced : sound,
                        node.metrics,
                        Clock.systemUTC(),
                        nanos::get)) {
            node.leases.tick();
            node.prove();

            assertThatThrownBy(watermark::write).isInstanceOf(ProducerFencedException.class);
            watermark.write();
        }

        assertThat(fenced.closed()).isTrue();
        assertThat(sound.history()).hasSize(Partitions.COUNT);
        assertThat(node.metric("homeward.relay.watermark.failures")).isEqualTo(1);
    }

    @Test
    void when_the_journal_cannot_be_read_it_says_nothing() throws Exception {
        write();
        node.close();

        assertThatThrownBy(node.watermark::write).isInstanceOf(Exception.class);

        assertThat(written(partition)).hasSize(1);
    }
}

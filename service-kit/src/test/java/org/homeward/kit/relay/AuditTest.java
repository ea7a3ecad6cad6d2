package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.homeward.contracts.Partitions;
import org.homeward.kit.journal.JournalFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R8: which marks are believed. What they say is written by hand where a test needs it. */
class AuditTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Rig rig = new Rig();
    private final UUID thing = UUID.randomUUID();
    private final int partition = Partitions.partitionOf(thing);
    private final UUID neighbour =
            Stream.generate(UUID::randomUUID)
                    .filter(id -> Partitions.partitionOf(id) == partition)
                    .findFirst()
                    .orElseThrow();

    @AfterEach
    void close() {
        rig.close();
    }

    private Node auditor() {
        var node = rig.node(System::nanoTime, Clock.systemUTC());
        node.leases.tick();
        return node;
    }

    private void publish(int events) throws InterruptedException {
        var node = rig.started();
        for (int i = 0; i < events; i++) {
            rig.journal.commit(thing, "event");
        }
        await().atMost(SOON).until(() -> rig.journal.pending() == 0);
        node.stop();
    }

    /** All entries of an aggregate, in their order, marked from an offset on. */
    private void mark(UUID aggregate, long lease, long from) {
        var entries = rig.journal.collection();
        long offset = from;
        for (Document entry :
                entries.find(Filters.eq(JournalFormat.ID_AGGREGATE, aggregate))
                        .sort(Sorts.ascending(JournalFormat.ORDER))) {
            var place =
                    new Document("shard", rig.topic + "/" + partition)
                            .append("order", entry.get("outbox", Document.class).get("order"))
                            .append("lease", lease)
                            .append("offset", offset++);
            entries.updateOne(
                    Filters.eq("_id", entry.get("_id")),
                    Updates.combine(
                            Updates.set(JournalFormat.SETTLED, place),
                            Updates.unset(JournalFormat.OUTBOX)));
        }
    }

    @Test
    void what_a_sleeper_marks_when_the_tail_was_lost_and_looked_after_is_missed_too()
            throws Exception {
        publish(3);
        publish(3);
        rig.journal.commit(neighbour, "acknowledged at a place that was taken anew");
        mark(neighbour, 1, 4);

        var auditor = auditor();
        auditor.prove();

        assertThat(rig.journal.pending(neighbour)).isEqualTo(1);
        assertThat(auditor.metric("homeward.relay.withdrawn")).isEqualTo(1);
    }

    @Test
    void a_living_relay_finds_such_a_mark_within_a_minute() throws Exception {
        publish(2);
        rig.node(() -> System.nanoTime() * 20, Clock.systemUTC()).start(Duration.ofMillis(50));
        rig.journal.commit(thing, "lease 2");
        await().atMost(SOON).until(() -> rig.arrived(thing).size() == 3);

        rig.journal.commit(neighbour, "marked by a sleeper");
        await().atMost(SOON).until(() -> rig.journal.pending() == 0);
        rig.journal
                .collection()
                .updateOne(
                        Filters.eq(JournalFormat.ID_AGGREGATE, neighbour),
                        Updates.combine(
                                Updates.set(JournalFormat.SETTLED_LEASE, 1L),
                                Updates.set(JournalFormat.SETTLED_OFFSET, 2L)));

        await().atMost(SOON).until(() -> rig.arrived(neighbour).size() == 2);
    }

    @Test
    void more_than_a_page_comes_back_in_the_old_order_under_new_stamps() {
        int many = 2 * Audit.PAGE + 10;
        rig.journal.backlog(thing, many, Instant.now());
        var before = rig.journal.entries();
        mark(thing, 1, 0);
        assertThat(rig.journal.pending()).isZero();

        auditor().prove();

        assertThat(rig.journal.pending()).isEqualTo(many);
        var stamps = before.stream().map(e -> outbox(e).get("stamp")).toList();
        assertThat(rig.journal.entries())
                .noneMatch(e -> e.containsKey(JournalFormat.SETTLED))
                .noneMatch(e -> stamps.contains(outbox(e).get("stamp")))
                .extracting(e -> outbox(e).get("order"), e -> outbox(e).get("shard"))
                .containsExactlyElementsOf(
                        before.stream()
                                .map(e -> tuple(outbox(e).get("order"), outbox(e).get("shard")))
                                .toList());
    }

    @Test
    void all_comes_back_however_many_leases_have_marked_it() {
        int leases = 3 * Audit.LEASES;
        rig.journal.backlog(thing, leases, Instant.now());
        mark(thing, 1, 0);
        var entries = rig.journal.collection();
        for (int lease = 0; lease < leases; lease++) {
            entries.updateOne(
                    Filters.eq(JournalFormat.SETTLED_OFFSET, (long) lease),
                    Updates.set(JournalFormat.SETTLED_LEASE, lease + 1L));
        }

        auditor().prove();

        assertThat(rig.journal.pending()).isEqualTo(leases);
    }

    private static Document outbox(Document entry) {
        return entry.get(JournalFormat.OUTBOX, Document.class);
    }

    @Test
    void what_the_topic_has_dropped_on_purpose_is_not_missed() throws Exception {
        publish(3);
        try (var admin = Admin.create(Map.of("bootstrap.servers", rig.bootstrap))) {
            admin.deleteRecords(
                            Map.of(
                                    new TopicPartition(rig.topic, partition),
                                    RecordsToDelete.beforeOffset(3)))
                    .all()
                    .get();
        }

        auditor().prove();

        assertThat(rig.journal.pending()).isZero();
    }

    @Test
    void a_mark_from_before_places_named_their_shard_is_left_alone() throws Exception {
        publish(1);
        rig.journal.commit(neighbour, "old");
        rig.journal
                .collection()
                .updateOne(
                        Filters.eq(JournalFormat.ID_AGGREGATE, neighbour),
                        Updates.combine(
                                Updates.unset(JournalFormat.OUTBOX),
                                Updates.set(
                                        JournalFormat.SETTLED,
                                        new Document("partition", partition)
                                                .append("offset", 900L))));

        auditor().prove();

        assertThat(rig.journal.pending()).isZero();
    }

    @Test
    void a_shard_that_cannot_be_looked_at_is_not_proven() {
        rig.journal.commit(thing, "one");
        mark(thing, 1, 0);
        var node = rig.node(System::nanoTime, Clock.systemUTC());
        node.leases.tick();
        var missing = new Shard("homeward.none.v1", 0);

        var unreachable = node.audit.proceed(Map.of(missing, 1L), 1);

        assertThat(unreachable).containsExactly(missing);
        assertThat(node.audit.isUnderWay()).isFalse();
        assertThat(node.audit.proof(missing, 1)).isNull();
    }

    @Test
    void a_proof_is_good_for_its_lease_its_connection_and_rising_places_only() {
        var node = auditor();
        node.prove();
        var shard = new Shard(rig.topic, partition);
        var held = Map.of(shard, 1L);

        assertThat(node.audit.proven(held, 1)).isEqualTo(held);
        assertThat(node.audit.proven(held, 2)).isEmpty();
        assertThat(node.audit.proven(Map.of(shard, 2L), 1)).isEmpty();
        var proof = Objects.requireNonNull(node.audit.proof(shard, 1));
        assertThat(proof.goesOnAt(0)).isTrue();
        assertThat(proof.goesOnAt(5)).isTrue();
        assertThat(proof.goesOnAt(5)).isFalse();
        node.audit.doubt(shard);
        assertThat(node.audit.proven(held, 1)).isEmpty();
    }

    @Test
    void places_are_found_by_their_index_highest_first() throws Exception {
        publish(3);

        var plan =
                rig.journal
                        .collection()
                        .find(Filters.eq(JournalFormat.SETTLED_SHARD, rig.topic + "/" + partition))
                        .sort(
                                Sorts.descending(
                                        JournalFormat.SETTLED_SHARD,
                                        JournalFormat.SETTLED_LEASE,
                                        JournalFormat.SETTLED_OFFSET))
                        .limit(1)
                        .explain()
                        .toJson();

        assertThat(plan).contains("\"indexName\": \"settled\"").doesNotContain("COLLSCAN");
        assertThat(plan).doesNotContain("\"stage\": \"SORT\"");
    }
}

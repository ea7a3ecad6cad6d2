package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.contracts.Partitions;
import org.homeward.kit.journal.JournalFixture;
import org.homeward.kit.journal.JournalFormat;
import org.homeward.kit.test.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One or two relays over a real journal and a real topic. */
class RelayTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Time so slow that the poll of every second does not come while a test runs. */
    private static long slowly() {
        return System.nanoTime() / 100;
    }

    private static long quickly() {
        return System.nanoTime() * 4;
    }

    private final Rig rig = new Rig();
    private final UUID thing = UUID.randomUUID();

    @AfterEach
    void close() {
        rig.close();
    }

    private void awaitPublished() {
        await().atMost(SOON).until(() -> rig.journal.pending() == 0);
    }

    @Test
    void what_was_committed_arrives_in_order_as_cloud_events_and_is_marked_with_its_place() {
        rig.started();

        for (int i = 1; i <= 3; i++) {
            rig.journal.commit(thing, "event " + i);
        }
        awaitPublished();

        var records = rig.records(rig.topic);
        assertThat(records).extracting(r -> Rig.event(r).sequence()).containsExactly(1L, 2L, 3L);
        assertThat(records)
                .allSatisfy(
                        r -> {
                            assertThat(r.partition()).isEqualTo(Partitions.partitionOf(thing));
                            assertThat(r.key()).asString().isEqualTo(thing.toString());
                            assertThat(Rig.event(r).source()).isEqualTo("/thing/" + thing);
                            assertThat(Rig.event(r).epoch()).isEqualTo(1);
                        });
        assertThat(rig.journal.entries())
                .extracting(e -> e.get(JournalFormat.SETTLED, Document.class))
                .allSatisfy(settled -> assertThat(settled.getLong("lease")).isEqualTo(1))
                .extracting(settled -> settled.getString("shard") + "@" + settled.get("offset"))
                .containsExactlyElementsOf(
                        records.stream()
                                .map(r -> r.topic() + "/" + r.partition() + "@" + r.offset())
                                .toList());
    }

    @Test
    void an_event_is_not_sent_before_the_one_before_it_is_acknowledged() {
        var other = UUID.randomUUID();
        rig.journal.backlog(thing, 3, Instant.now());
        rig.journal.backlog(other, 3, Instant.now());
        var node = rig.node(System::nanoTime, Clock.systemUTC());
        node.gate.holdAcks();
        node.start(Duration.ofSeconds(1));

        // beside each other, but not behind each other
        await().atMost(SOON).until(() -> rig.arrived().size() == 2);
        await().during(Duration.ofSeconds(1))
                .atMost(SOON)
                .until(() -> rig.arrived().values().stream().allMatch(List.of(1L)::equals));
        assertThat(rig.journal.pending()).isEqualTo(6);
        node.gate.releaseAcks();

        awaitPublished();
        assertThat(rig.arrived(thing)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_open_transaction_is_not_published_and_comes_when_it_commits_late() {
        rig.started();
        var other = UUID.randomUUID();

        try (var late = rig.journal.open(thing, 1, Instant.now().minusSeconds(60), "late")) {
            rig.journal.commit(other, "meanwhile");
            await().atMost(SOON).until(() -> rig.arrived(other).size() == 1);
            assertThat(rig.arrived(thing)).isEmpty();
            late.commit();
        }

        await().atMost(SOON).until(() -> rig.arrived(thing).equals(List.of(1L)));
    }

    @Test
    void a_commit_of_another_instance_wakes_it_without_the_poll() {
        var node = rig.node(RelayTest::slowly, Clock.systemUTC()).start(Duration.ofSeconds(1));
        await().atMost(SOON).until(() -> node.leases.held().size() == Partitions.COUNT);

        for (long n = 1; n <= 5; n++) {
            rig.journal.commit(thing, "from elsewhere");
            long sequence = n;
            await().atMost(SOON).until(() -> rig.arrived(thing).contains(sequence));
        }
        // each was read while those before it were not marked yet, and none was sent twice
        assertThat(rig.arrived(thing)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void a_commit_of_its_own_instance_wakes_it_in_process() {
        var database = Backends.freshDatabase();
        try (var node =
                        new Node(
                                Backends.shared().mongoUri(database),
                                Backends.shared().bootstrapServers(),
                                Set.of("homeward.grant.v1"),
                                RelayTest::slowly,
                                Clock.systemUTC());
                var own = new JournalFixture(database, node.id, node.lifecycle())) {
            node.start(Duration.ofSeconds(1));
            await().atMost(SOON).until(() -> node.leases.held().size() == Partitions.COUNT);

            // the watch passes over them, and wakes it once at most: when it opens
            for (int i = 1; i <= 5; i++) {
                own.fill(JournalFixture.call());
                int sent = i;
                await().atMost(SOON).until(() -> node.metric("homeward.relay.sent") == sent);
            }
        }
    }

    @Test
    void an_error_of_the_machine_is_an_alarm_and_it_goes_on() {
        var node = rig.started();
        node.gate.breakAtNextSend();

        rig.journal.commit(thing, "one");
        rig.journal.commit(thing, "two");
        awaitPublished();

        assertThat(rig.arrived(thing)).containsExactly(1L, 2L);
        var alarms = node.registry.get("homeward.alarms").tag("kind", "relay-failure").counter();
        assertThat(alarms.count()).isEqualTo(1);
    }

    @Test
    void what_nobody_publishes_is_seen_as_pending() {
        var node = rig.node(System::nanoTime, Clock.systemUTC());
        assertThat(node.registry.get("homeward.relay.pending").gauge().value()).isNaN();

        rig.journal.backlog(thing, 3, Instant.now().minusSeconds(60));

        assertThat(node.gauge("homeward.relay.shards.owned")).isZero();
        assertThat(node.gauge("homeward.relay.pending")).isEqualTo(3);
        assertThat(node.gauge("homeward.relay.oldest.pending")).isGreaterThan(59);
    }

    @Test
    void a_long_backlog_of_one_aggregate_does_not_hide_the_others() {
        var longAgo = Instant.now().minusSeconds(3600);
        rig.journal.backlog(thing, 2200, longAgo);
        var others = Stream.generate(UUID::randomUUID).limit(300).toList();
        others.forEach(other -> rig.journal.backlog(other, 2, Instant.now()));

        rig.started();

        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rig.journal.pending() == rig.journal.pending(thing));
        assertThat(rig.journal.pending(thing)).isPositive();
        await().atMost(Duration.ofMinutes(2)).until(() -> rig.journal.pending() == 0);
        assertThat(rig.arrived(thing))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2200).boxed().toList());
    }

    @Test
    void pending_entries_are_found_by_their_index_in_order_without_a_sort() {
        rig.journal.backlog(thing, 10, Instant.now());

        var plan =
                rig.journal
                        .collection()
                        .find(
                                Backlog.pendingOf(
                                        Shard.of(List.of(rig.topic)), Set.of(UUID.randomUUID())))
                        .sort(Sorts.ascending(JournalFormat.ORDER))
                        .limit(Backlog.ENTRIES)
                        .explain()
                        .toJson();

        assertThat(plan).contains("\"indexName\": \"outbox\"").contains("SORT_MERGE");
        assertThat(plan).doesNotContain("COLLSCAN").doesNotContain("\"stage\": \"SORT\"");
    }

    @Test
    void entries_of_an_aggregate_that_is_left_out_are_passed_over_by_the_index_alone() {
        rig.journal.backlog(thing, 500, Instant.now());

        var statistics =
                rig.journal
                        .collection()
                        .find(Backlog.pendingOf(Shard.of(List.of(rig.topic)), Set.of(thing)))
                        .sort(Sorts.ascending(JournalFormat.ORDER))
                        .limit(Backlog.ENTRIES)
                        .explain(ExplainVerbosity.EXECUTION_STATS)
                        .get("executionStats", Document.class);

        assertThat(statistics.getInteger("totalDocsExamined")).isZero();
    }

    @Test
    void a_relay_that_slept_past_its_lease_marks_nothing_and_what_it_sends_is_a_repeat() {
        var sleeper = rig.node(RelayTest::quickly, Clock.systemUTC()).start(Duration.ofMillis(250));
        await().atMost(SOON).until(() -> sleeper.leases.held().size() == Partitions.COUNT);
        sleeper.gate.freezeAtNextSend();
        rig.journal.commit(thing, "one");
        await().atMost(SOON).until(sleeper.gate::isFrozen);
        rig.node(RelayTest::quickly, Clock.systemUTC()).start(Duration.ofMillis(250));
        rig.journal.commit(thing, "two");
        awaitPublished();
        assertThat(rig.arrived(thing)).containsExactly(1L, 2L);

        sleeper.gate.thaw();

        await().atMost(SOON).until(() -> rig.arrived(thing).equals(List.of(1L, 2L, 1L)));
        await().atMost(SOON).until(() -> !sleeper.leases.held().isEmpty());
        assertThat(sleeper.metric("homeward.relay.settled")).isZero();
        var placeOfFirst =
                rig.journal.entries().stream()
                        .map(entry -> entry.get(JournalFormat.SETTLED, Document.class))
                        .mapToLong(settled -> settled.getLong("offset"))
                        .min();
        assertThat(placeOfFirst).hasValue(0);
    }

    @Test
    void a_graceful_stop_marks_what_was_sent_and_hands_over_at_once() throws Exception {
        var first = rig.started();
        var second = rig.started();
        await().atMost(SOON)
                .until(() -> first.leases.held().size() + second.leases.held().size() == 12);
        var things = Stream.generate(UUID::randomUUID).limit(200).toList();
        things.forEach(other -> rig.journal.commit(other, "before"));

        first.stop();

        assertThat(first.leases.held()).isEmpty();
        assertThat(rig.leasesOf(first)).isZero();
        await().atMost(SOON).until(() -> second.leases.held().size() == Partitions.COUNT);
        awaitPublished();
        assertThat(rig.arrived().values()).hasSize(200).allMatch(List.of(1L)::equals);
    }
}

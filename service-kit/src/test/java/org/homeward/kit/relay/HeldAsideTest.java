package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.homeward.contracts.Partitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R5 with a broker's real limits. */
class HeldAsideTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TOO_LARGE = "x".repeat(2 << 20);

    private final Rig rig = new Rig();
    private final UUID bad = UUID.randomUUID();
    private final UUID good = UUID.randomUUID();

    @AfterEach
    void close() {
        rig.close();
    }

    private void awaitNothingPending() {
        await().atMost(SOON).until(() -> rig.journal.pending() == 0);
    }

    private void repairEvent(long version) {
        rig.journal.rewrite(bad, version, "data", new Binary(new byte[] {'1'}));
    }

    @Test
    void an_event_that_is_too_large_holds_back_its_own_aggregate_only_and_is_alarmed() {
        rig.journal.commit(bad, "one");
        rig.journal.commit(bad, TOO_LARGE);
        rig.journal.commit(bad, "three");
        rig.journal.commit(good, "one");

        var node = rig.started();
        awaitNothingPending();

        assertThat(rig.arrived(bad)).containsExactly(1L);
        assertThat(rig.arrived(good)).containsExactly(1L);
        assertThat(node.aside.list(10))
                .singleElement()
                .satisfies(
                        held -> {
                            assertThat(held.aggregate()).isEqualTo(bad);
                            assertThat(held.type()).isEqualTo(HandJournal.TYPE);
                            assertThat(held.reason()).isEqualTo("RecordTooLargeException");
                            assertThat(held.entries()).isEqualTo(2);
                        });
        assertThat(node.registry.get("homeward.alarms").tag("kind", "event-held").counter().count())
                .isEqualTo(1);
    }

    @Test
    void later_commits_of_a_held_aggregate_go_aside_too_and_release_brings_all_back_in_order() {
        rig.journal.commit(bad, TOO_LARGE);
        rig.journal.commit(bad, "two");
        var node = rig.started();
        awaitNothingPending();
        rig.journal.commit(bad, "three");
        rig.journal.commit(good, "one");
        awaitNothingPending();
        assertThat(rig.arrived(bad)).isEmpty();
        assertThat(node.aside.list(10)).singleElement().matches(held -> held.entries() == 3);

        repairEvent(1);
        assertThat(node.aside.release(bad)).isTrue();

        await().atMost(SOON).until(() -> rig.arrived(bad).equals(List.of(1L, 2L, 3L)));
        rig.journal.commit(bad, "four");
        await().atMost(SOON).until(() -> rig.arrived(bad).equals(List.of(1L, 2L, 3L, 4L)));
        assertThat(node.aside.list(10)).isEmpty();
        assertThat(node.aside.release(bad)).isFalse();
    }

    @Test
    void what_is_held_is_held_by_the_next_owner_too() throws Exception {
        rig.journal.commit(bad, TOO_LARGE);
        var first = rig.started();
        awaitNothingPending();
        first.stop();
        rig.journal.commit(bad, "two");

        var next = rig.started();
        awaitNothingPending();

        assertThat(rig.arrived(bad)).isEmpty();
        assertThat(next.aside.list(10)).singleElement().matches(held -> held.entries() == 2);
    }

    @Test
    void released_too_early_it_is_held_again() {
        rig.journal.commit(bad, TOO_LARGE);
        var node = rig.started();
        awaitNothingPending();

        node.aside.release(bad);
        awaitNothingPending();

        assertThat(node.aside.list(10)).hasSize(1);
        repairEvent(1);
        node.aside.release(bad);
        await().atMost(SOON).until(() -> rig.arrived(bad).equals(List.of(1L)));
    }

    @Test
    void an_entry_that_makes_no_event_is_held_as_malformed() {
        rig.journal.commit(bad, "one");
        rig.journal.rewrite(bad, 1, "trace", "none");

        var node = rig.started();
        awaitNothingPending();

        assertThat(node.aside.list(10))
                .singleElement()
                .matches(h -> h.reason().equals("malformed"));
    }

    @Test
    void an_entry_that_another_hand_wrote_changed_or_moved_tells_nothing() {
        var changes =
                List.<Bson>of(
                        Updates.unset("mac"),
                        Updates.set("mac", new Binary(new byte[32])),
                        Updates.set("mac", "a word"),
                        Updates.set("events.0.data", new Binary(new byte[] {'1'})),
                        Updates.set("events.0.type", "homeward.thing.lost.v1"),
                        Updates.set("events.0.sequence", 7L),
                        Updates.set("fact.epoch", 2L),
                        Updates.set("fact.topic", "homeward.other.v1"),
                        Updates.unset("fact.topic"),
                        Updates.unset("fact"),
                        Updates.set("fact", 1));
        var forged = new HashSet<UUID>();
        for (var change : changes) {
            forged.add(changed(change));
        }
        forged.add(changed(Updates.set("outbox.shard", rig.topic + "/1")));
        var elsewhere = UUID.randomUUID();
        rig.journalOf("somebody", "homeward.other.v1").commit(elsewhere, "one");
        move(elsewhere);
        forged.add(elsewhere);
        rig.journal.commit(good, "one");

        var node = rig.started();
        awaitNothingPending();

        assertThat(rig.arrived()).containsOnlyKeys(good);
        assertThat(node.aside.list(20))
                .hasSize(forged.size())
                .allMatch(held -> held.reason().equals("forged"))
                .extracting(HeldAside.Held::aggregate)
                .containsExactlyInAnyOrderElementsOf(forged);
    }

    /** A thing that does not belong into partition 1, with an entry that is changed behind it. */
    private UUID changed(Bson change) {
        var thing =
                Stream.generate(UUID::randomUUID)
                        .filter(id -> Partitions.partitionOf(id) != 1)
                        .findFirst()
                        .orElseThrow();
        rig.journal.commit(thing, "one");
        rig.journal.collection().updateOne(Filters.eq("_id.a", thing), change);
        return thing;
    }

    /** To the topic that is published, as if it had been told there. */
    private void move(UUID thing) {
        var shard = new Shard(rig.topic, Partitions.partitionOf(thing)).toString();
        rig.journal
                .collection()
                .updateOne(Filters.eq("_id.a", thing), Updates.set("outbox.shard", shard));
    }
}

package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.contracts.Partitions;
import org.homeward.kit.journal.JournalFormat;
import org.junit.jupiter.api.Test;

/**
 * Several writers with jumping clocks, late and aborted commits; two relays of which one after the
 * other is killed between acknowledgement and mark, put to sleep past its lease, or stopped. What
 * is promised must hold at the end. {@code -Dhomeward.seed} repeats a run's choices.
 */
class RelayPropertyTest {

    /** Leases last a fifth of their time, so that a test sees many of them end. */
    private static final int FASTER = 5;

    private static final Duration SOON = Duration.ofSeconds(60);

    private final long seed = Long.getLong("homeward.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Node> alive = new ArrayList<>();

    private enum Mishap {
        KILLED_BEFORE_THE_MARK,
        ASLEEP_PAST_ITS_LEASE,
        STOPPED
    }

    @Test
    void whatever_befalls_the_relays_every_event_arrives_in_order_and_no_other_does()
            throws Exception {
        System.out.println("homeward.seed=" + seed);
        try (var rig = new Rig()) {
            join(rig);
            join(rig);
            var writers =
                    IntStream.range(0, 3)
                            .mapToObj(n -> new Writer(rig, "writer-" + n, random.nextLong()))
                            .toList();
            writers.forEach(Thread::start);

            for (Mishap mishap : mishaps()) {
                strike(mishap, rig);
            }
            for (Writer writer : writers) {
                writer.finish();
            }
            await().atMost(SOON).until(() -> rig.journal.pending() == 0);

            assertThat(writers).allMatch(writer -> writer.commits() > 20);
            check(rig);
        }
    }

    private List<Mishap> mishaps() {
        var twice = new ArrayList<>(List.of(Mishap.values()));
        twice.addAll(List.of(Mishap.values()));
        Collections.shuffle(twice, random);
        return twice;
    }

    private void join(Rig rig) {
        var node = rig.node(() -> System.nanoTime() * FASTER, Clock.systemUTC());
        alive.add(node.start(Leases.BEAT.dividedBy(FASTER)));
        await().atMost(SOON)
                .until(() -> held() >= Partitions.COUNT && !node.leases.held().isEmpty());
    }

    private int held() {
        return alive.stream().mapToInt(node -> node.leases.held().size()).sum();
    }

    private void strike(Mishap mishap, Rig rig) throws InterruptedException {
        var struck = alive.get(random.nextInt(alive.size()));
        var other = alive.stream().filter(node -> node != struck).findFirst().orElseThrow();
        await().atMost(SOON).until(() -> !struck.leases.held().isEmpty());
        switch (mishap) {
            case KILLED_BEFORE_THE_MARK -> {
                struck.gate.killAfterAcks(random.nextInt(20));
                await().atMost(SOON).until(struck.gate::isDead);
                alive.remove(struck);
                join(rig);
            }
            case ASLEEP_PAST_ITS_LEASE -> {
                struck.gate.freezeAtNextSend();
                await().atMost(SOON).until(struck.gate::isFrozen);
                await().atMost(SOON).until(() -> other.leases.held().size() == Partitions.COUNT);
                struck.gate.thaw();
            }
            case STOPPED -> {
                struck.stop();
                alive.remove(struck);
                join(rig);
            }
        }
    }

    private static void check(Rig rig) {
        var stored = new HashMap<String, String>();
        var last = new HashMap<UUID, Long>();
        for (Document entry : rig.journal.entries()) {
            var aggregate = entry.get("_id", Document.class).get("a", UUID.class);
            for (Document event : entry.getList(JournalFormat.EVENTS, Document.class)) {
                long sequence = event.getLong("sequence");
                stored.put(
                        aggregate + " " + sequence,
                        new String(
                                event.get("data", Binary.class).getData(), StandardCharsets.UTF_8));
                last.merge(aggregate, sequence, Math::max);
            }
        }
        var records = rig.records(rig.topic);
        var first = new HashMap<UUID, List<Long>>();
        for (var message : records) {
            var event = Rig.event(message);
            assertThat(stored)
                    .as("R2: only what was committed")
                    .containsEntry(
                            event.aggregate() + " " + event.sequence(),
                            new String(event.data(), StandardCharsets.UTF_8));
            var seen = first.computeIfAbsent(event.aggregate(), _ -> new ArrayList<>());
            if (!seen.contains(event.sequence())) {
                seen.add(event.sequence());
            }
        }
        assertThat(first.keySet()).as("R1: everybody").isEqualTo(last.keySet());
        first.forEach(
                (aggregate, sequences) ->
                        assertThat(sequences)
                                .as("R1 and R3: 1 to n, in order, without repeats")
                                .containsExactlyElementsOf(
                                        LongStream.rangeClosed(1, last.getOrDefault(aggregate, 0L))
                                                .boxed()
                                                .toList()));
        checkPlaces(rig.journal.entries(), records);
        System.out.println(
                "%d events committed, %d records on the topic, %d of them repeats"
                        .formatted(stored.size(), records.size(), records.size() - stored.size()));
    }

    /** What a settled entry says of its place is true: on it one can build. */
    private static void checkPlaces(
            List<Document> entries, List<ConsumerRecord<byte[], byte[]>> records) {
        var places = new HashMap<String, UUID>();
        records.forEach(r -> places.put(r.partition() + "/" + r.offset(), Rig.event(r).id()));
        for (Document entry : entries) {
            var settled = entry.get(JournalFormat.SETTLED, Document.class);
            if (settled.getLong("offset") >= 0) {
                assertThat(places)
                        .containsEntry(
                                settled.getInteger("partition") + "/" + settled.getLong("offset"),
                                entry.getList(JournalFormat.EVENTS, Document.class)
                                        .getLast()
                                        .get("id", UUID.class));
            }
        }
    }
}

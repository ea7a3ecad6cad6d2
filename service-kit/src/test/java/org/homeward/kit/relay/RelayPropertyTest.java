package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.backends.KafkaOptions;
import org.homeward.backends.KafkaProcess;
import org.homeward.contracts.Partitions;
import org.homeward.kit.journal.JournalFormat;
import org.homeward.kit.test.PowerCut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several writers with jumping clocks, late and aborted commits; two relays of which one after the
 * other is killed between acknowledgement and mark, put to sleep past its lease, or stopped. What
 * is promised must hold at the end. The broker loses the tail of its log, and a relay may sleep
 * meanwhile. {@code -Dhomeward.seed} repeats a run's choices.
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
        STOPPED,
        POWER_CUT,
        ASLEEP_THROUGH_A_POWER_CUT
    }

    @Test
    void whatever_befalls_the_relays_every_event_arrives_in_order_and_no_other_does(
            @TempDir Path folder) throws Exception {
        System.out.println("homeward.seed=" + seed);
        try (var kafka = KafkaProcess.start(KafkaOptions.in(folder));
                var rig = new Rig(kafka.bootstrapServers())) {
            join(rig);
            join(rig);
            var writers =
                    IntStream.range(0, 3)
                            .mapToObj(n -> new Writer(rig, "writer-" + n, random.nextLong()))
                            .toList();
            writers.forEach(Thread::start);

            for (Mishap mishap : mishaps()) {
                System.out.println(mishap);
                strike(mishap, rig, () -> cut(kafka, folder, rig));
            }
            for (Writer writer : writers) {
                writer.finish();
            }
            await().atMost(SOON).until(() -> rig.journal.pending() == 0 && strayed(rig).isEmpty());

            assertThat(writers).allMatch(writer -> writer.commits() > 20);
            check(rig);
        }
    }

    private List<Mishap> mishaps() {
        var all = new ArrayList<>(List.of(Mishap.values()));
        all.add(Mishap.KILLED_BEFORE_THE_MARK);
        Collections.shuffle(all, random);
        return all;
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

    /** Some partitions lose some events each. */
    private void cut(KafkaProcess kafka, Path files, Rig rig) {
        var partitions = random.ints(0, Partitions.COUNT).distinct().limit(6).toArray();
        PowerCut.strike(kafka, files, rig.topic, 500 + random.nextInt(5_000), partitions);
        kafka.restart();
    }

    private void strike(Mishap mishap, Rig rig, Runnable cut) throws InterruptedException {
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
            case POWER_CUT -> cut.run();
            case ASLEEP_THROUGH_A_POWER_CUT -> {
                struck.gate.freezeAtNextSend();
                await().atMost(SOON).until(struck.gate::isFrozen);
                cut.run();
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
        assertThat(strayed(rig)).as("what is settled stands where it says").isEmpty();
        System.out.println(
                "%d events committed, %d records on the topic, %d of them repeats"
                        .formatted(stored.size(), records.size(), records.size() - stored.size()));
    }

    /** Settled entries whose event does not stand where they say. */
    private static List<Document> strayed(Rig rig) {
        var places = new HashMap<String, UUID>();
        rig.records(rig.topic)
                .forEach(
                        r ->
                                places.put(
                                        r.topic() + "/" + r.partition() + "@" + r.offset(),
                                        Rig.event(r).id()));
        return rig.journal.entries().stream()
                .filter(entry -> !lastId(entry).equals(places.get(placeOf(entry))))
                .toList();
    }

    private static String placeOf(Document entry) {
        var settled = entry.get(JournalFormat.SETTLED, new Document());
        return settled.getString("shard") + "@" + settled.getLong("offset");
    }

    private static UUID lastId(Document entry) {
        return entry.getList(JournalFormat.EVENTS, Document.class).getLast().get("id", UUID.class);
    }
}

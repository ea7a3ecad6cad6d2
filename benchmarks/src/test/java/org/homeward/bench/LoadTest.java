package org.homeward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.homeward.bench.load.Latencies;
import org.homeward.bench.load.Load;
import org.junit.jupiter.api.Test;

/** What the loads promise. */
class LoadTest {

    @Test
    void an_open_loop_counts_the_time_that_a_command_waited_for_its_turn() {
        var first = new AtomicInteger();

        var acks =
                Load.open(
                        _ ->
                                _ -> {
                                    if (first.getAndIncrement() == 0) {
                                        LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
                                    }
                                },
                        1,
                        100,
                        Duration.ofMillis(300));

        assertThat(acks.done()).isEqualTo(30);
        // all 30 were due within 300 ms and only one worker was there to be held up for 400
        assertThat(acks.latencies().getMinValue()).isGreaterThan(Duration.ofMillis(90).toNanos());
    }

    @Test
    void ids_are_never_the_same() {
        Set<UUID> seen = ConcurrentHashMap.newKeySet();

        var acks = Load.closed(_ -> seen::add, 4, Duration.ofMillis(100));

        assertThat(seen).hasSize((int) acks.done());
    }

    @Test
    void a_closed_loop_that_is_too_short_still_sends_one_command() {
        assertThat(Load.closed(_ -> _ -> {}, 4, Duration.ZERO).done()).isEqualTo(1);
    }

    @Test
    void a_refusal_is_counted_and_not_timed() {
        var acks =
                Load.open(
                        _ ->
                                _ -> {
                                    throw new IllegalStateException("no");
                                },
                        2,
                        100,
                        Duration.ofMillis(50));

        assertThat(acks.failed()).isEqualTo(5);
        assertThat(acks.done()).isZero();
        assertThat(acks.failure()).contains("no");
    }

    @Test
    void latencies_survive_their_way_as_text() {
        var latencies = Latencies.empty();
        Latencies.record(latencies, 1_000_000);

        assertThat(Latencies.fromText(Latencies.toText(latencies))).isEqualTo(latencies);
    }
}

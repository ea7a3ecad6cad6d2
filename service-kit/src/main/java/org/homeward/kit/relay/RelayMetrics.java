package org.homeward.kit.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What operators see of the relay. Each instance reports the shards it owns, so a service is the
 * sum over its instances. The gauges are read every few seconds through the index of pending
 * entries.
 */
final class RelayMetrics {

    /** Counting stops here: the gauge then says "that many or more". */
    static final int COUNTED = 100_000;

    private final Counter sent;
    private final Counter settled;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong owned = new AtomicLong();

    RelayMetrics(MeterRegistry registry) {
        sent = registry.counter("homeward.relay.sent");
        settled = registry.counter("homeward.relay.settled");
        registry.gauge("homeward.relay.pending", pending);
        registry.gauge("homeward.relay.held", held);
        registry.gauge("homeward.relay.shards.owned", owned);
        TimeGauge.builder(
                        "homeward.relay.oldest.pending",
                        oldest,
                        TimeUnit.MILLISECONDS,
                        AtomicLong::doubleValue)
                .register(registry);
    }

    void sent() {
        sent.increment();
    }

    void settled(int entries) {
        settled.increment(entries);
    }

    /** Reads the gauges anew. */
    void refresh(Leases leases, Backlog backlog, HeldAside aside, Clock clock) {
        var shards = leases.held().keySet();
        owned.set(shards.size());
        pending.set(backlog.count(shards, COUNTED));
        held.set(aside.count(shards));
        oldest.set(
                backlog.oldest(shards)
                        .map(entry -> Duration.between(entry.at(), clock.instant()).toMillis())
                        .map(age -> Math.max(0, age))
                        .orElse(0L));
    }
}

package org.homeward.kit.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What operators see of the relay. What is pending or held is told by each instance for all shards
 * of the service, owned or not, so that what nobody publishes shows too: a service is the greatest
 * of its instances. The gauges are read every few seconds through the index of pending entries, and
 * say nothing (NaN) when they can't be.
 */
final class RelayMetrics {

    /** Counting stops here: the gauge then says "that many or more". */
    static final int COUNTED = 100_000;

    private final Counter sent;
    private final Counter settled;
    private final Counter withdrawn;
    private final Counter watermarkFailures;
    private final AtomicLong owned = new AtomicLong();
    private volatile Waiting waiting = Waiting.UNKNOWN;

    private record Waiting(double entries, double oldestMillis, double held) {

        static final Waiting UNKNOWN = new Waiting(Double.NaN, Double.NaN, Double.NaN);
    }

    RelayMetrics(MeterRegistry registry) {
        sent = registry.counter("homeward.relay.sent");
        settled = registry.counter("homeward.relay.settled");
        withdrawn = registry.counter("homeward.relay.withdrawn");
        watermarkFailures = registry.counter("homeward.relay.watermark.failures");
        registry.gauge("homeward.relay.pending", this, metrics -> metrics.waiting.entries());
        registry.gauge("homeward.relay.held", this, metrics -> metrics.waiting.held());
        registry.gauge("homeward.relay.shards.owned", owned);
        TimeGauge.builder(
                        "homeward.relay.oldest.pending",
                        this,
                        TimeUnit.MILLISECONDS,
                        metrics -> metrics.waiting.oldestMillis())
                .register(registry);
    }

    void sent() {
        sent.increment();
    }

    void settled(int entries) {
        settled.increment(entries);
    }

    /** Entries that are pending again because their topic has lost them. */
    void withdrawn(int entries) {
        withdrawn.increment(entries);
    }

    /**
     * Reads the gauges anew.
     *
     * @param shards all of the service
     */
    void refresh(Set<Shard> shards, Leases leases, Backlog backlog, HeldAside aside, Clock clock) {
        owned.set(leases.held().size());
        var now = Waiting.UNKNOWN;
        try {
            now =
                    new Waiting(
                            backlog.count(shards, COUNTED),
                            backlog.age(shards, clock.instant()).toMillis(),
                            aside.count(shards));
        } finally {
            waiting = now;
        }
    }

    /** A watermark could not be written. */
    void watermarkFailed() {
        watermarkFailures.increment();
    }
}

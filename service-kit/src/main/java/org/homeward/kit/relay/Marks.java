package org.homeward.kit.relay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.relay.Backlog.Acknowledged;

/**
 * What the relay has yet to write down: entries to settle, aggregates to hold aside. Nothing is
 * read before it is written, or it would be found pending again. What can't be written now stays
 * here.
 *
 * <p>R4: only what was sent under a lease that is still held is written; a relay that slept past
 * its lease marks nothing.
 */
final class Marks {

    private static final int MANY = 200;
    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(20);

    private final Leases leases;
    private final Backlog backlog;
    private final HeldAside aside;
    private final Lanes lanes;
    private final RelayMetrics metrics;
    private final Alarms alarms;
    private final LongSupplier nanos;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Map<Lane, String> unsendable = new LinkedHashMap<>();
    private long since;

    Marks(
            Leases leases,
            Backlog backlog,
            HeldAside aside,
            Lanes lanes,
            RelayMetrics metrics,
            Alarms alarms,
            LongSupplier nanos) {
        this.leases = leases;
        this.backlog = backlog;
        this.aside = aside;
        this.lanes = lanes;
        this.metrics = metrics;
        this.alarms = alarms;
        this.nanos = nanos;
    }

    void settle(Pending complete, long epoch, long offset) {
        if (acknowledged.isEmpty()) {
            since = nanos.getAsLong();
        }
        acknowledged.add(new Acknowledged(complete, epoch, offset));
    }

    /** The lane's next event can't be sent; the lane keeps its aggregate from being read. */
    void hold(Lane lane, String reason) {
        unsendable.put(lane, reason);
    }

    boolean isEmpty() {
        return acknowledged.isEmpty() && unsendable.isEmpty();
    }

    /**
     * How long there may still be waited for more, in nanoseconds: a single busy aggregate is sent
     * many times faster when not each of its events costs a write of its own.
     */
    long patience() {
        return lanes.flying() == 0 || !unsendable.isEmpty() || acknowledged.size() >= MANY
                ? 0
                : Math.max(0, since + GATHERING - nanos.getAsLong());
    }

    /** Settles first: what is held would otherwise be sent again when it is released. */
    void write() {
        acknowledged.removeIf(done -> !leases.holds(done.entry().shard(), done.epoch()));
        metrics.settled(backlog.settle(acknowledged));
        acknowledged.clear();
        var waiting = unsendable.entrySet().iterator();
        while (waiting.hasNext()) {
            var next = waiting.next();
            writeHeld(next.getKey(), next.getValue());
            waiting.remove();
        }
    }

    private void writeHeld(Lane lane, String reason) {
        if (!lane.isAbandoned()
                && leases.holds(lane.shard(), lane.epoch())
                && aside.hold(lane.entries(), reason)) {
            alarms.raise(
                    "event-held",
                    "An event can't be sent ("
                            + reason
                            + "): "
                            + lane.aggregate()
                            + " of "
                            + lane.shard()
                            + " waits for an operator",
                    null);
        }
        lanes.drop(lane);
    }
}

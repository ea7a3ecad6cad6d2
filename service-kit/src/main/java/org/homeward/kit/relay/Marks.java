package org.homeward.kit.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.relay.Backlog.Acknowledged;

/**
 * What the relay has yet to write down: entries to settle, aggregates to hold aside. It is gathered
 * for a while, because a write that a majority has on disk costs as much for one as for many; until
 * then its entries are found pending again and {@link #has} tells them. What can't be written now
 * stays here.
 *
 * <p>R4: only what was sent under a lease that is still held is written; a relay that slept past
 * its lease marks nothing.
 */
final class Marks {

    private static final int MANY = 1000;
    private static final int SOME = 100;
    private static final long MAX_BYTES = 8 << 20;
    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(50);

    private final Leases leases;
    private final Backlog backlog;
    private final HeldAside aside;
    private final Lanes lanes;
    private final RelayMetrics metrics;
    private final Alarms alarms;
    private final LongSupplier nanos;
    private final Map<Stay, Acknowledged> acknowledged = new LinkedHashMap<>();
    private final Map<Lane, String> unsendable = new LinkedHashMap<>();
    private long since;
    private long bytes;

    /** An entry as it was pending, and the lease under which it was sent. */
    private record Stay(BsonDocument id, BsonValue stamp, long epoch) {}

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
        acknowledged.put(
                new Stay(complete.id(), complete.stamp(), epoch),
                new Acknowledged(complete, epoch, offset));
        bytes += complete.bytes();
    }

    /**
     * Whether an entry that is pending was acknowledged under this lease and only not marked yet.
     */
    boolean has(Pending entry, long epoch) {
        return !acknowledged.isEmpty()
                && acknowledged.containsKey(new Stay(entry.id(), entry.stamp(), epoch));
    }

    /** The lane's next event can't be sent; the lane keeps its aggregate from being read. */
    void hold(Lane lane, String reason) {
        unsendable.put(lane, reason);
    }

    boolean isEmpty() {
        return acknowledged.isEmpty() && unsendable.isEmpty();
    }

    /** So many that it is cheaper to write them than to read them once more. */
    boolean areSome() {
        return acknowledged.size() >= SOME;
    }

    /** How long there may still be waited for more, in nanoseconds. */
    long patience() {
        return !unsendable.isEmpty() || acknowledged.size() >= MANY || bytes >= MAX_BYTES
                ? 0
                : Math.max(0, since + GATHERING - nanos.getAsLong());
    }

    /** Settles first: what is held would otherwise be sent again when it is released. */
    void write() {
        acknowledged.values().removeIf(done -> !leases.holds(done.entry().shard(), done.epoch()));
        metrics.settled(backlog.settle(acknowledged.values()));
        acknowledged.clear();
        bytes = 0;
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

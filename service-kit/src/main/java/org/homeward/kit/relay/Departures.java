package org.homeward.kit.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what may be sent, and decides what follows a failure.
 *
 * <p>R5: a failure that may pass lets its shard rest; its lanes are forgotten and read again later,
 * the other shards go on. Only an event that is refused for good is held aside. When the client
 * itself waits in vain for the cluster, everything rests, so that a cluster that is away costs one
 * wait and not one for each event.
 */
final class Departures {

    static final long REST = TimeUnit.SECONDS.toNanos(1);
    private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(300);
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final Lanes lanes;
    private final Outlet outlet;
    private final Marks marks;
    private final Consumer<Signal> signals;
    private final LongSupplier nanos;
    private final Map<Shard, Long> resting = new HashMap<>();
    private long again;

    Departures(
            Lanes lanes, Outlet outlet, Marks marks, Consumer<Signal> signals, LongSupplier nanos) {
        this.lanes = lanes;
        this.outlet = outlet;
        this.marks = marks;
        this.signals = signals;
        this.nanos = nanos;
        this.again = nanos.getAsLong();
    }

    /** Sends the next event of every lane that has none on its way. */
    void send() {
        while (rest() == 0) {
            var lane = lanes.takeOff();
            if (lane == null) {
                return;
            }
            long start = nanos.getAsLong();
            try {
                outlet.send(lane, signals);
            } catch (Unsendable event) {
                lanes.crashed();
                marks.hold(lane, String.valueOf(event.getMessage()));
            }
            long now = nanos.getAsLong();
            if (now - start > SLOW) {
                again = now + REST;
            }
        }
    }

    void failed(Signal.Failure failure) {
        var lane = failure.lane();
        lanes.crashed();
        outlet.recoverFrom(failure);
        if (lane.isAbandoned()) {
            return;
        }
        if (Outlet.isForGood(failure.why())) {
            marks.hold(lane, failure.why().getClass().getSimpleName());
            return;
        }
        lanes.drop(lane);
        lanes.dropReady(lane.shard());
        if (!resting.containsKey(lane.shard())) {
            LOG.warn("{} takes no event: {}", lane.shard(), failure.why().getClass().getName());
        }
        rest(Set.of(lane.shard()));
    }

    /** Leaves shards alone for a while. */
    void rest(Set<Shard> shards) {
        shards.forEach(shard -> resting.put(shard, nanos.getAsLong() + REST));
    }

    /** How long nothing is sent, in nanoseconds. */
    long rest() {
        return Math.max(0, again - nanos.getAsLong());
    }

    /** Shards that are left alone after a failure. */
    Set<Shard> resting() {
        long now = nanos.getAsLong();
        resting.values().removeIf(until -> until - now <= 0);
        return Set.copyOf(resting.keySet());
    }
}

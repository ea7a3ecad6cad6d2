package org.homeward.kit.relay;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates that are being published now. Owned by the relay's thread alone.
 *
 * <p>R6, fairness: the oldest pending entries are read first, so nobody is overtaken for ever by
 * newer ones. An aggregate that has a lane is left out of the next reading, and a lane takes at
 * most {@value #PER_LANE} entries: so a long backlog of few aggregates, which can only be sent one
 * by one, doesn't hide the others, and memory is bounded.
 */
final class Lanes {

    static final int PER_LANE = 100;

    private final Map<UUID, Lane> lanes = new HashMap<>();
    private final ArrayDeque<Lane> ready = new ArrayDeque<>();
    private int flying;
    private long bytes;
    private boolean unread;

    /**
     * Takes what one reading found, in its order. None of these aggregates has a lane yet.
     *
     * @param epoch of the lease for each shard
     */
    void admit(List<Pending> entries, ToLongFunction<Shard> epoch) {
        lanes.values().forEach(Lane::expectMore);
        for (Pending entry : entries) {
            var lane = lanes.get(entry.aggregate());
            if (lane == null) {
                lane = open(entry, epoch.applyAsLong(entry.shard()));
            }
            if (lane.size() == PER_LANE) {
                lane.expectMore();
            } else {
                lane.add(entry);
                bytes += entry.bytes();
            }
        }
    }

    private Lane open(Pending first, long epoch) {
        var lane = new Lane(first.aggregate(), first.shard(), epoch);
        lanes.put(lane.aggregate(), lane);
        ready.add(lane);
        return lane;
    }

    /** A lane whose next event may be sent; it counts as on its way from here. */
    @Nullable Lane takeOff() {
        var lane = ready.poll();
        if (lane != null) {
            flying++;
        }
        return lane;
    }

    /** The event is acknowledged. Returns the entry when that was its last, else null. */
    @Nullable Pending arrived(Lane lane) {
        flying--;
        if (lane.isAbandoned()) {
            return null;
        }
        var complete = lane.acknowledged();
        if (complete != null) {
            bytes -= complete.bytes();
        }
        if (lane.size() > 0) {
            ready.add(lane);
        } else {
            lanes.remove(lane.aggregate());
            unread |= lane.expectsMore();
        }
        return complete;
    }

    /** The event did not arrive; the lane stays as it is until {@link #drop}. */
    void crashed() {
        flying--;
    }

    /** Forgets a lane; its entries stay pending in the database and are read again. */
    void drop(Lane lane) {
        if (lanes.remove(lane.aggregate(), lane)) {
            lane.abandon();
            lane.entries().forEach(entry -> bytes -= entry.bytes());
        }
    }

    /**
     * Forgets lanes, those on their way too if asked: then nobody looks at what becomes of them.
     */
    void dropAll(Predicate<Lane> which) {
        List.copyOf(lanes.values()).stream().filter(which).forEach(this::drop);
        ready.removeIf(Lane::isAbandoned);
    }

    /** Forgets the lanes of a shard that have nothing on its way. */
    void dropReady(Shard shard) {
        var resting = ready.stream().filter(lane -> lane.shard().equals(shard)).toList();
        resting.forEach(this::drop);
        ready.removeIf(Lane::isAbandoned);
    }

    Set<UUID> aggregates() {
        return Set.copyOf(lanes.keySet());
    }

    boolean has(Shard shard) {
        return lanes.values().stream().anyMatch(lane -> lane.shard().equals(shard));
    }

    boolean hasReady() {
        return !ready.isEmpty();
    }

    int size() {
        return lanes.size();
    }

    int flying() {
        return flying;
    }

    long bytes() {
        return bytes;
    }

    /** Whether a lane has ended since the last call of which the database may hold more. */
    boolean endedWithMore() {
        boolean was = unread;
        unread = false;
        return was;
    }
}

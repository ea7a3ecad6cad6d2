package org.homeward.kit.relay;

import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.EventEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * What is known to be pending of one aggregate: the oldest entries, in order, without a gap. At
 * most one of its events is on its way.
 *
 * <p>R3: {@link #next} is asked for again only after {@link #acknowledged}, so n+1 is not sent
 * before n is acknowledged.
 */
final class Lane {

    private final ArrayDeque<Pending> entries = new ArrayDeque<>();
    private final UUID aggregate;
    private final Shard shard;
    private final long epoch;
    private int event;
    private boolean more;
    private boolean abandoned;

    /**
     * @param epoch of the lease under which it was read
     */
    Lane(UUID aggregate, Shard shard, long epoch) {
        this.aggregate = aggregate;
        this.shard = shard;
        this.epoch = epoch;
    }

    UUID aggregate() {
        return aggregate;
    }

    Shard shard() {
        return shard;
    }

    long epoch() {
        return epoch;
    }

    void add(Pending entry) {
        entries.add(entry);
    }

    int size() {
        return entries.size();
    }

    List<Pending> entries() {
        return List.copyOf(entries);
    }

    /** The event to send. */
    EventEnvelope next() {
        return entries.getFirst().event(event);
    }

    /** The event on its way has arrived; the entry is returned with its last one. */
    @Nullable Pending acknowledged() {
        event++;
        if (event < entries.getFirst().events()) {
            return null;
        }
        event = 0;
        return entries.removeFirst();
    }

    /** The database may hold more of this aggregate than the lane. */
    void expectMore() {
        more = true;
    }

    boolean expectsMore() {
        return more;
    }

    /** What is still on its way no longer concerns anybody. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }
}

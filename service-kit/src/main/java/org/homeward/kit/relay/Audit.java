package org.homeward.kit.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.relay.Published.Settled;
import org.homeward.kit.relay.TopicTail.Extent;
import org.jspecify.annotations.Nullable;

/**
 * R8: what is marked as published and is not on the topic becomes pending again.
 *
 * <p>A topic loses its tail, never its middle: a power cut takes what was not on the disk yet, a
 * restore brings an earlier state, a new topic is empty. So where an entry's last event still
 * stands at the place that was written down, everything marked with a lower place stands too. The
 * audit of a shard therefore looks at the highest place; only if another event stands there, or
 * none, it goes down page by page, and withdraws what it misses, until it meets one that stands. It
 * compares ids and not only the end, for a topic may have grown again beyond the old end. There is
 * no position to keep: what is withdrawn is no longer marked, so an audit that breaks off is simply
 * begun anew.
 *
 * <p>It looks at the highest place of each lease until {@value #LEASES} stand, for a relay that
 * slept past its lease may still mark a lower place after the tail was lost and the next owner had
 * looked (R4 lets it: it was acknowledged).
 *
 * <p>Nothing of a shard is read from the journal or sent before there is a {@link Proof}, and a
 * proof ends with its lease, with the connection on which is sent, with a failure, and when an
 * event is put at a place that was taken before. So what is lost goes out before what is new, in
 * the order it always had (R3). Each minute the shards with a proof are looked at all the same.
 *
 * <p>Memory is bounded: each call of {@link #proceed} reads one page of each shard. Owned by the
 * relay's thread; proofs may be read by others.
 */
final class Audit {

    static final int PAGE = 1000;
    static final int LEASES = 4;
    private static final long ALL = Long.MAX_VALUE;

    private final Published published;
    private final TopicTail tail;
    private final RelayMetrics metrics;
    private final Alarms alarms;
    private final ConcurrentMap<Shard, Proof> proofs = new ConcurrentHashMap<>();
    private final Map<Shard, Walk> walks = new TreeMap<>();

    Audit(Published published, TopicTail tail, RelayMetrics metrics, Alarms alarms) {
        this.published = published;
        this.tail = tail;
        this.metrics = metrics;
        this.alarms = alarms;
    }

    /** Where the audit of a shard has come to. */
    private static final class Walk {

        private final long lease;
        private final long connection;
        private long of = ALL;
        private long below = ALL;
        private int leases;
        private boolean missed;

        Walk(long lease, long connection) {
            this.lease = lease;
            this.connection = connection;
        }

        boolean isOf(long otherLease, long otherConnection) {
            return lease == otherLease && connection == otherConnection;
        }

        List<Settled> page(Published published, Shard shard) {
            return below == ALL
                    ? published.last(shard, of)
                    : published.below(below, shard, of, PAGE);
        }

        /** Returns whether there is nothing more to look at. */
        boolean goesOn(List<Settled> page, List<Settled> lost) {
            boolean noneLeft = page.isEmpty() && below == ALL;
            if (!page.isEmpty()) {
                of = page.getFirst().lease();
            }
            if (!page.isEmpty() && lost.contains(page.getLast())) {
                below = page.getLast().offset();
            } else {
                // a lease of which nothing stands says nothing of those before it
                if (!page.isEmpty()) {
                    leases++;
                }
                of--;
                below = ALL;
            }
            return noneLeft || leases == LEASES;
        }
    }

    /** Null while nothing is proven under that lease. */
    @Nullable Proof proof(Shard shard, long lease) {
        var proof = proofs.get(shard);
        return proof != null && proof.lease() == lease ? proof : null;
    }

    /** Those of the shards that are proven under their lease and for this connection. */
    Map<Shard, Long> proven(Map<Shard, Long> held, long connection) {
        var proven = new HashMap<>(held);
        proven.entrySet()
                .removeIf(
                        lease -> {
                            var proof = proofs.get(lease.getKey());
                            return proof == null || !proof.isOf(lease.getValue(), connection);
                        });
        return proven;
    }

    /** Something may have been lost. */
    void doubt(Shard shard) {
        proofs.remove(shard);
    }

    /** Nothing is known any more. */
    void doubtAll() {
        proofs.clear();
        walks.clear();
    }

    /** Whether an audit of some shard has begun and is not at its end. */
    boolean isUnderWay() {
        return !walks.isEmpty();
    }

    boolean isUnderWay(Shard shard) {
        return walks.containsKey(shard);
    }

    void close() {
        tail.close();
    }

    /**
     * Goes on with shards, or begins, by one page.
     *
     * @param due shards with the epochs of their leases
     * @return those that can't be looked at now
     */
    Set<Shard> proceed(Map<Shard, Long> due, long connection) {
        walks.keySet().retainAll(due.keySet());
        due.forEach(
                (shard, lease) ->
                        walks.merge(
                                shard,
                                new Walk(lease, connection),
                                (old, anew) -> old.isOf(lease, connection) ? old : anew));
        var unreachable = new HashSet<>(walks.keySet());
        var pages = new TreeMap<Shard, List<Settled>>();
        walks.forEach((shard, walk) -> pages.put(shard, walk.page(published, shard)));
        // after the pages: what they name was on the topic when they were read, or is lost
        var extents = tail.extents(walks.keySet());
        pages.keySet().retainAll(extents.keySet());
        var places = places(pages, extents);
        var standing = tail.ids(places);
        pages.forEach(
                (shard, page) -> {
                    if (!places.containsKey(shard) || standing.containsKey(shard)) {
                        var extent = Objects.requireNonNull(extents.get(shard));
                        look(shard, page, extent, standing.getOrDefault(shard, Map.of()));
                        unreachable.remove(shard);
                    }
                });
        walks.keySet().removeAll(unreachable);
        return unreachable;
    }

    private Walk walk(Shard shard) {
        return Objects.requireNonNull(walks.get(shard));
    }

    /** What of the pages the topics can hold at all. */
    private static Map<Shard, NavigableSet<Long>> places(
            Map<Shard, List<Settled>> pages, Map<Shard, Extent> extents) {
        var places = new HashMap<Shard, NavigableSet<Long>>();
        pages.forEach(
                (shard, page) -> {
                    var extent = extents.get(shard);
                    page.stream()
                            .map(Settled::offset)
                            .filter(offset -> extent != null && extent.holds(offset))
                            .forEach(
                                    o ->
                                            places.computeIfAbsent(shard, _ -> new TreeSet<>())
                                                    .add(o));
                });
        return places;
    }

    private void look(Shard shard, List<Settled> page, Extent extent, Map<Long, UUID> standing) {
        var lost = new ArrayList<Settled>();
        for (Settled entry : page) {
            if (entry.offset() >= extent.begin()
                    && !entry.event().equals(standing.get(entry.offset()))) {
                lost.add(entry);
            }
        }
        var walk = walk(shard);
        if (!lost.isEmpty()) {
            withdraw(shard, lost, walk);
        }
        if (walk.goesOn(page, lost)) {
            walks.remove(shard);
            if (proven(Map.of(shard, walk.lease), walk.connection).isEmpty()) {
                proofs.put(shard, new Proof(walk.lease, walk.connection, extent.end() - 1));
            }
        }
    }

    private void withdraw(Shard shard, List<Settled> lost, Walk walk) {
        doubt(shard);
        metrics.withdrawn(published.withdraw(shard, lost));
        if (!walk.missed) {
            walk.missed = true;
            alarms.raise(
                    "events-lost",
                    "The end of " + shard + " is gone from the topic: it is published again",
                    null);
        }
    }
}

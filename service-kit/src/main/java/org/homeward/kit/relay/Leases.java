package org.homeward.kit.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.homeward.kit.relay.LeaseTable.Lease;

/**
 * Which shards this instance publishes.
 *
 * <p>R4, no clock decides: each instance raises a number of its own, its beat, every {@link #BEAT}.
 * An instance is taken for dead when an observer has seen the same number for {@link #DEAD} of the
 * observer's own monotonic time; its leases are then taken over by compare-and-set, which raises
 * their epoch. From a death to that it takes six beats at most: one until the last beat is seen,
 * four, and the rest of one until it is looked again. An instance counts its own time from before
 * the beat was written, and owns nothing when that is longer ago than {@link #FENCE} &lt; {@link
 * #DEAD}, until it has beaten and read the leases again. So whoever slept past its lease knows
 * before it does anything.
 *
 * <p>Two instances may still send the same shard for a moment: between a check and what follows it
 * a process can sleep for any time. No promise of order or completeness hangs on the leases: what a
 * sleeper sends is a repeat (see {@link Relay}), and what it marks really was acknowledged (see
 * {@link Backlog#settle}).
 *
 * <p>Shards are spread evenly: the numbers that two instances hold differ by one at most. What an
 * instance has above its share is {@link #leaving}: it is finished, then given up.
 */
final class Leases {

    static final Duration BEAT = Duration.ofMillis(750);
    static final Duration FENCE = BEAT.multipliedBy(3);
    static final Duration DEAD = BEAT.multipliedBy(4);
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final LeaseTable table;
    private final String me;
    private final Set<Shard> shards;
    private final LongSupplier nanos;
    private final Map<String, Life> lives = new HashMap<>();
    private volatile Holding holding = new Holding(Map.of(), Set.of(), 0);
    private long observed;
    private boolean prepared;
    private boolean closed;

    /**
     * @param nanos monotonic time
     */
    Leases(LeaseTable table, String me, Collection<Shard> shards, LongSupplier nanos) {
        this.table = table;
        this.me = me;
        this.shards = Collections.unmodifiableSet(new TreeSet<>(shards));
        this.nanos = nanos;
    }

    /** Since when a beat has been seen. */
    private record Life(long beat, long since) {}

    private record Holding(Map<Shard, Long> epochs, Set<Shard> leaving, long beaten) {}

    /**
     * Beats, reads, takes what is free, up to the fair share. To be called every {@link #BEAT}.
     *
     * @return whether there is a shard that was not held before
     */
    synchronized boolean tick() {
        if (closed) {
            return false;
        }
        if (!prepared) {
            table.prepare(shards);
            prepared = true;
        }
        long before = nanos.getAsLong();
        table.beat(me);
        observe();
        var mine = new TreeMap<Shard, Long>();
        var free = new TreeMap<Shard, Lease>();
        var all = table.leases();
        for (Shard shard : shards) {
            var lease = all.getOrDefault(shard, new Lease(null, 0));
            if (me.equals(lease.owner())) {
                mine.put(shard, lease.epoch());
            } else if (lease.owner() == null || !lives(lease.owner())) {
                free.put(shard, lease);
            }
        }
        int share = share();
        takeUpTo(share, free, mine);
        var known = holding.epochs();
        holding = new Holding(Map.copyOf(mine), above(share, mine), before);
        return mine.entrySet().stream().anyMatch(e -> !e.getValue().equals(known.get(e.getKey())));
    }

    /**
     * A beat counts as seen after the reading that brought it, and is compared with the time before
     * the next: however long this instance sleeps in between, it takes nobody for dead who lives.
     */
    private void observe() {
        observed = nanos.getAsLong();
        var beats = table.beats();
        long seen = nanos.getAsLong();
        lives.keySet().retainAll(beats.keySet());
        beats.forEach(
                (instance, beat) -> {
                    var known = lives.get(instance);
                    if (known == null || known.beat() != beat) {
                        lives.put(instance, new Life(beat, seen));
                    } else if (observed - known.since() > FORGOTTEN.toNanos()) {
                        table.forget(instance, beat);
                    }
                });
    }

    private boolean lives(String instance) {
        var life = lives.get(instance);
        return life != null && observed - life.since() < DEAD.toNanos();
    }

    /** What is left over goes to the first in the order of names, so that all agree on it. */
    private int share() {
        var living = new TreeSet<>(Set.of(me));
        lives.keySet().stream().filter(this::lives).forEach(living::add);
        int rest = shards.size() % living.size();
        return shards.size() / living.size() + (living.headSet(me).size() < rest ? 1 : 0);
    }

    /** Instances begin at different places, so they seldom want the same lease at once. */
    private void takeUpTo(int share, SortedMap<Shard, Lease> free, Map<Shard, Long> mine) {
        int skip = free.isEmpty() ? 0 : Math.floorMod(me.hashCode(), free.size());
        var wanted = new ArrayList<>(free.keySet());
        Collections.rotate(wanted, skip);
        for (Shard shard : wanted) {
            if (mine.size() >= share) {
                return;
            }
            var seen = free.get(shard);
            if (seen != null && table.take(shard, seen, me)) {
                mine.put(shard, seen.epoch() + 1);
            }
        }
    }

    private static Set<Shard> above(int share, NavigableMap<Shard, Long> mine) {
        var leaving = new TreeSet<Shard>();
        mine.descendingKeySet().stream()
                .limit(Math.max(0, mine.size() - share))
                .forEach(leaving::add);
        return Collections.unmodifiableSet(leaving);
    }

    /** The epochs of the shards that are this instance's at this moment. */
    Map<Shard, Long> held() {
        var current = holding;
        return nanos.getAsLong() - current.beaten() < FENCE.toNanos() ? current.epochs() : Map.of();
    }

    /** Whether a shard is still held under the lease of that epoch. */
    boolean holds(Shard shard, long epoch) {
        Long own = held().get(shard);
        return own != null && own == epoch;
    }

    /** Held, but too many: to be finished and released. */
    Set<Shard> leaving() {
        return holding.leaving();
    }

    /** Gives up a shard of which nothing is under way. */
    synchronized void release(Shard shard) {
        Long epoch = holding.epochs().get(shard);
        if (epoch == null || !holding.leaving().contains(shard)) {
            return;
        }
        var epochs = new HashMap<>(holding.epochs());
        epochs.remove(shard);
        var leaving = new TreeSet<>(holding.leaving());
        leaving.remove(shard);
        holding =
                new Holding(
                        Map.copyOf(epochs), Collections.unmodifiableSet(leaving), holding.beaten());
        table.release(shard, new Lease(me, epoch));
    }

    /** Gives up everything at once, for good. */
    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        var epochs = holding.epochs();
        holding = new Holding(Map.of(), Set.of(), holding.beaten());
        epochs.forEach((shard, epoch) -> table.release(shard, new Lease(me, epoch)));
        table.forget(me);
    }
}

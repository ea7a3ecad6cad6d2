package org.homeward.bench.load;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that tell when their command was meant to start. So whoever sees one, in any process of this
 * machine, knows how long it has been under way: {@link System#nanoTime()} is one clock for all of
 * them (CLOCK_MONOTONIC).
 */
public final class Stamps {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final AtomicLong NEXT = new AtomicLong(Long.getLong("bench.seed", 1) * GOLDEN);

    private Stamps() {}

    /**
     * The upper half is drawn by the seed of the run (SplitMix64), so ids fall all over the indexes
     * as real ones do.
     */
    public static UUID of(long start) {
        long mixed = NEXT.addAndGet(GOLDEN);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return new UUID(mixed ^ (mixed >>> 31), start);
    }

    public static long startOf(UUID id) {
        return id.getLeastSignificantBits();
    }
}

package org.homeward.bench.load;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ids that tell when their command was meant to start. So whoever sees one, in any process of this
 * machine, knows how long it has been under way: {@link System#nanoTime()} is one clock for all of
 * them (CLOCK_MONOTONIC).
 */
public final class Stamps {

    private Stamps() {}

    /** The upper half is random, so ids fall all over the indexes as real ones do. */
    public static UUID of(long start) {
        return new UUID(ThreadLocalRandom.current().nextLong(), start);
    }

    public static long startOf(UUID id) {
        return id.getLeastSignificantBits();
    }
}

package org.homeward.bench.load;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What became of a load.
 *
 * @param done commands acknowledged
 * @param failed commands refused; one is too many
 * @param failure the first of them
 * @param from start of the load by {@link System#nanoTime()}
 * @param to end of its last command
 */
public record Acks(
        long done, long failed, @Nullable String failure, long from, long to, Histogram latencies) {

    public double perSecond() {
        return done * 1e9 / (to - from);
    }
}

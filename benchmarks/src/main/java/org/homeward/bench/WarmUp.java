package org.homeward.bench;

import java.util.function.DoubleSupplier;

/**
 * Repeats a loop until it gets no faster. A JVM is warm after work and not after time: through HTTP
 * it takes minutes on two cores, for a bare transaction seconds.
 */
final class WarmUp {

    /** What a loop must gain over the best before it to count as faster. */
    private static final double GAIN = 1.03;

    private static final int STEADY = 2;

    private WarmUp() {}

    /**
     * Ends after two loops in a row that gained less than three per cent over the best before them.
     *
     * @param rate runs the loop once and says how fast it was
     * @param most loops, however much faster they still get
     * @return how many it took
     */
    static int loops(DoubleSupplier rate, int most) {
        double best = 0;
        int steady = 0;
        int loops = 0;
        while (loops < most && steady < STEADY) {
            double now = rate.getAsDouble();
            steady = now < best * GAIN ? steady + 1 : 0;
            best = Math.max(best, now);
            loops++;
        }
        return loops;
    }
}

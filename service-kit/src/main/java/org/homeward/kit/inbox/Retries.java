package org.homeward.kit.inbox;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Tries an event three times before it is given up. All pauses of one poll together stay below ten
 * seconds, whatever the number of events that fail, so the consumer is never taken for dead.
 */
final class Retries {

    private static final int ATTEMPTS = 3;
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(250);

    private long left = TimeUnit.SECONDS.toNanos(10);

    /**
     * @throws RuntimeException the last failure; at once when it is a passing one, which is for the
     *     whole poll to wait out
     */
    <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (Failures.passing(failure) || attempt == ATTEMPTS) {
                    throw failure;
                }
                pause(attempt);
            }
        }
    }

    private void pause(int attempt) {
        long pause = attempt * ThreadLocalRandom.current().nextLong(SHORTEST, LONGEST);
        if (pause <= left) {
            left -= pause;
            LockSupport.parkNanos(pause);
        }
    }
}

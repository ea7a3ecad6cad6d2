package org.homeward.notification.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.homeward.kit.observe.Alarms;

/** Looks again and again for what is due, on a thread of its own, from a start to a stop. */
final class Rounds {

    static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    /** How long a stop waits for what was begun. */
    static final Duration LAST = Duration.ofSeconds(15);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Round round;
    private final Alarms alarms;
    private final Thread thread;

    Rounds(String name, Duration first, Round round, Alarms alarms) {
        this.round = round;
        this.alarms = alarms;
        this.thread = Thread.ofPlatform().name(name).unstarted(() -> go(first));
    }

    void begin() {
        thread.start();
    }

    boolean isOver() {
        return ended.getCount() == 0;
    }

    /** Returns early at the end. */
    void rest(Duration pause) {
        try {
            var _ = ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void go(Duration first) {
        try {
            var pause = first;
            while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = safely();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that is away must neither end the work nor fill the log. */
    private Duration safely() throws InterruptedException {
        try {
            return round.go(this);
        } catch (RuntimeException trouble) {
            alarms.raise("delivery", "What is due could not be looked up", trouble);
            return AFTER_TROUBLE;
        }
    }

    /** Waits for the round that is under way. */
    void end() {
        ended.countDown();
        try {
            if (!thread.join(LAST)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look. */
    @FunctionalInterface
    interface Round {

        /**
         * @return after which time to look again
         */
        Duration go(Rounds rounds) throws InterruptedException;
    }
}

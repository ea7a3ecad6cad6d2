package org.homeward.notification.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.homeward.kit.observe.Alarms;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again for what is due, on a thread of its own, and has it done by others. Any
 * number of instances may do so. At the end it finishes what it began.
 */
abstract class Rounds implements SmartLifecycle {

    static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    /** How long a stop waits for what was begun. */
    private static final Duration LAST = Duration.ofSeconds(15);

    private final String name;
    private final Duration first;
    private final Alarms alarms;
    private @Nullable Work work;

    /**
     * @param first after which time to look first
     */
    Rounds(String name, Duration first, Alarms alarms) {
        this.name = name;
        this.first = first;
        this.alarms = alarms;
    }

    /** Who does what was found, until the next stop. */
    abstract ExecutorService hands();

    /**
     * One look.
     *
     * @return after which time to look again
     */
    abstract Duration round(Work work) throws InterruptedException;

    @Override
    public final synchronized void start() {
        if (work == null) {
            work = new Work(hands());
            work.thread.start();
        }
    }

    @Override
    public final synchronized void stop() {
        if (work != null) {
            work.end();
            work = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return work != null;
    }

    /** From a start to a stop. */
    final class Work {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread thread = Thread.ofPlatform().name(name).unstarted(this::go);
        private final ExecutorService hands;

        private Work(ExecutorService hands) {
            this.hands = hands;
        }

        ExecutorService hands() {
            return hands;
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

        private void go() {
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
                return round(this);
            } catch (RuntimeException trouble) {
                alarms.raise("delivery", "What is due could not be looked up", trouble);
                return AFTER_TROUBLE;
            }
        }

        /** Waits for what is under way, within bounds. */
        private void end() {
            ended.countDown();
            try {
                if (!thread.join(LAST)) {
                    thread.interrupt();
                }
                hands.shutdown();
                if (!hands.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS)) {
                    hands.shutdownNow();
                }
            } catch (InterruptedException hurried) {
                hands.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}

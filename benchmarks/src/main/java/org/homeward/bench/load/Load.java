package org.homeward.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Runs commands from several threads and measures until each is acknowledged. */
public final class Load {

    private Load() {}

    /**
     * Each worker sends its next command when the one before is acknowledged. There is one command
     * at least, however short the time.
     */
    public static Acks closed(IntFunction<Command> commands, int workers, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        var begun = new AtomicBoolean();
        return run(
                commands,
                workers,
                () -> {
                    long now = System.nanoTime();
                    return begun.compareAndSet(false, true) || now < end ? now : Long.MIN_VALUE;
                });
    }

    /**
     * A command is due every 1/rate seconds, whatever became of those before, and is measured from
     * when it was due: a command that waits for a worker waits on the clock (no coordinated
     * omission).
     */
    public static Acks open(IntFunction<Command> commands, int workers, int rate, Duration length) {
        long start = System.nanoTime() + Duration.ofMillis(20).toNanos();
        long total = rate * length.toMillis() / 1_000;
        long pause = 1_000_000_000L / rate;
        var next = new AtomicLong();
        return run(
                commands,
                workers,
                () -> {
                    long turn = next.getAndIncrement();
                    if (turn >= total) {
                        return Long.MIN_VALUE;
                    }
                    long due = start + turn * pause;
                    for (long left = due - System.nanoTime();
                            left > 0;
                            left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    return due;
                });
    }

    /** When the next command is due, as soon as it is. */
    private interface Schedule {

        /**
         * @return the start to measure from, or {@link Long#MIN_VALUE} at the end
         */
        long next();
    }

    private static Acks run(IntFunction<Command> commands, int workers, Schedule schedule) {
        List<Worker> all = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            all.add(new Worker(commands.apply(i), schedule));
        }
        long from = System.nanoTime();
        all.forEach(Thread::start);
        Histogram latencies = Latencies.empty();
        long failed = 0;
        String failure = null;
        for (Worker worker : all) {
            join(worker);
            latencies.add(worker.latencies);
            failed += worker.failed;
            failure = failure == null ? worker.failure : failure;
        }
        return new Acks(
                latencies.getTotalCount(), failed, failure, from, System.nanoTime(), latencies);
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while measuring", stopped);
        }
    }

    private static final class Worker extends Thread {

        private final Command command;
        private final Schedule schedule;
        private final Histogram latencies = Latencies.empty();
        private long failed;
        private @Nullable String failure;

        Worker(Command command, Schedule schedule) {
            this.command = command;
            this.schedule = schedule;
            setDaemon(true);
        }

        @Override
        public void run() {
            for (long due = schedule.next(); due != Long.MIN_VALUE; due = schedule.next()) {
                try {
                    command.run(Stamps.of(due));
                    Latencies.record(latencies, System.nanoTime() - due);
                } catch (Exception refused) {
                    failed++;
                    failure = failure == null ? String.valueOf(refused) : failure;
                }
            }
        }
    }
}

package org.homeward.kit.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.homeward.kit.observe.Alarms;

/** What operators see of the inbox; counts only what is committed. */
final class InboxMetrics {

    private final Alarms alarms;
    private final Counter applied;
    private final Counter repeats;
    private final Counter unknown;
    private final Counter gaps;
    private final Counter fallbacks;
    private final Timer handling;
    private volatile int inHand;

    InboxMetrics(MeterRegistry meters, Alarms alarms) {
        this.alarms = alarms;
        this.applied = meters.counter("homeward.inbox.applied");
        this.repeats = meters.counter("homeward.inbox.repeats");
        this.unknown = meters.counter("homeward.inbox.unknown");
        this.gaps = meters.counter("homeward.inbox.gaps");
        this.fallbacks = meters.counter("homeward.inbox.fallbacks");
        this.handling = meters.timer("homeward.inbox.handling");
    }

    /** So many messages of a poll are being handled, or wait to be handled again; 0 is none. */
    void inHand(int messages) {
        inHand = messages;
    }

    int inHand() {
        return inHand;
    }

    /** Times one transaction, with its retries. */
    <T> T timed(Supplier<T> transaction) {
        long start = System.nanoTime();
        try {
            return transaction.get();
        } finally {
            handling.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    /** A poll could not be handled as a whole and goes on aggregate by aggregate. */
    void fallback() {
        fallbacks.increment();
    }

    void report(Tally tally) {
        applied.increment(tally.appliedCount());
        repeats.increment(tally.repeatCount());
        unknown.increment(tally.unknownCount());
        gaps.increment(tally.gapCount());
        tally.alarms().forEach(this::raise);
    }

    private void raise(Tally.Raised raised) {
        String kind = raised.alarm().kind();
        alarms.raise(kind, kind + " at " + raised.place(), null);
    }
}

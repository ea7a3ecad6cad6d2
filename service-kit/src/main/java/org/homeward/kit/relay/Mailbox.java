package org.homeward.kit.relay;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Signals on their way to the relay's thread. Any number of wakes is one until it is read. */
final class Mailbox {

    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();

    void add(Signal signal) {
        signals.add(signal);
    }

    void wake() {
        if (woken.compareAndSet(false, true)) {
            signals.add(new Signal.Wake());
        }
    }

    /** Waits for a signal, in nanoseconds, then hands over all there are. */
    void listen(long patience, Consumer<Signal> reader) {
        try {
            var signal = signals.poll(patience, TimeUnit.NANOSECONDS);
            while (signal != null) {
                if (signal instanceof Signal.Wake) {
                    woken.set(false);
                }
                reader.accept(signal);
                signal = signals.poll();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

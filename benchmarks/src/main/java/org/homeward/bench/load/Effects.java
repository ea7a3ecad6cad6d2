package org.homeward.bench.load;

import java.util.Collection;
import java.util.UUID;
import org.HdrHistogram.Histogram;

/** What has come of the commands of the current measurement; those started before do not count. */
public final class Effects {

    private long from = Long.MAX_VALUE;
    private long last;
    private Histogram latencies = Latencies.empty();

    /** A measurement begins. */
    public synchronized void watch() {
        from = System.nanoTime();
        last = from;
        latencies = Latencies.empty();
    }

    /** These have just become true. */
    public synchronized void happened(Collection<UUID> ids) {
        long now = System.nanoTime();
        for (UUID id : ids) {
            long start = Stamps.startOf(id);
            if (start >= from) {
                Latencies.record(latencies, now - start);
                last = now;
            }
        }
    }

    public synchronized Seen seen() {
        return new Seen(latencies.getTotalCount(), last, latencies.copy());
    }

    /**
     * @param count effects of the measurement so far
     * @param last when the last of them happened
     */
    public record Seen(long count, long last, Histogram latencies) {}
}

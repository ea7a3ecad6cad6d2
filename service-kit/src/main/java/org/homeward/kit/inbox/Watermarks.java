package org.homeward.kit.inbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;

/**
 * The last watermark of each partition, and when it came by this process's own monotonic clock. It
 * is pure memory: what never came, or came too long ago, says that nothing is known (I5).
 */
final class Watermarks {

    private static final long LASTS = Duration.ofSeconds(15).toNanos();
    private static final long PENDING_MILLIS = 5_000;

    private record Heard(Watermark watermark, long lease, long at) {}

    private final LongSupplier nanoTime;
    private final Map<TopicPartition, Heard> heard = new ConcurrentHashMap<>();

    Watermarks(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Takes a watermark that has just been written.
     *
     * @param lease fencing epoch of its relay: one that has lost the partition to another, whose
     *     own watermark still lasts, is not believed
     */
    void hear(Watermark watermark, long lease) {
        long now = nanoTime.getAsLong();
        heard.merge(
                new TopicPartition(watermark.topic(), watermark.partition()),
                new Heard(watermark, lease, now),
                (before, next) -> lease < before.lease() && lasts(before, now) ? before : next);
    }

    /** Whether all that was committed before some five seconds ago lies below this offset. */
    boolean reachedBy(String topic, int partition, long next) {
        Heard last = heard.get(new TopicPartition(topic, partition));
        return last != null
                && lasts(last, nanoTime.getAsLong())
                && last.watermark().oldestPendingMillis() < PENDING_MILLIS
                && next > last.watermark().offset();
    }

    private static boolean lasts(Heard watermark, long now) {
        return now - watermark.at() <= LASTS;
    }
}

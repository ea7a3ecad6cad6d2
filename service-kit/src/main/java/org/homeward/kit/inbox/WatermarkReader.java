package org.homeward.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the watermarks, in every instance all of them: what one instance has consumed another must
 * know to be complete.
 *
 * <p>A watermark counts from the moment it came, so it must have been written then. Therefore it
 * reads from the end only, and after a silence of more than five seconds (this process slept, or
 * the way to the broker was cut) goes to the end again and believes nothing that had piled up.
 */
final class WatermarkReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatermarkReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final long SILENCE = Duration.ofSeconds(5).toNanos();

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Watermarks watermarks;
    private final LongSupplier nanoTime;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);

    WatermarkReader(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Watermarks watermarks,
            LongSupplier nanoTime) {
        this.consumers = consumers;
        this.watermarks = watermarks;
        this.nanoTime = nanoTime;
        this.thread = Thread.ofPlatform().daemon().name("watermarks").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean isReading() {
        return thread.isAlive();
    }

    private void run() {
        while (!isStopped()) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                read(consumer);
            } catch (RuntimeException failure) {
                LOG.debug("watermarks cannot be read: {}", failure.getClass().getName());
            }
            pause();
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(Watermark.TOPIC).stream()
                        .map(found -> new TopicPartition(found.topic(), found.partition()))
                        .toList();
        consumer.assign(partitions);
        toTheEnd(consumer, partitions);
        long last = nanoTime.getAsLong();
        while (!isStopped()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (records.isEmpty()) {
                continue;
            }
            long now = nanoTime.getAsLong();
            if (now - last > SILENCE) {
                toTheEnd(consumer, partitions);
            } else {
                records.forEach(this::hear);
            }
            last = now;
        }
    }

    /** Asks for the end now: what is written from here on is new. */
    private static void toTheEnd(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private void hear(ConsumerRecord<byte[], byte[]> message) {
        try {
            watermarks.hear(json.readValue(message.value(), Watermark.class), lease(message));
        } catch (JacksonException | IllegalArgumentException malformed) {
            LOG.debug("a watermark cannot be read: {}", malformed.getClass().getName());
        }
    }

    private static long lease(ConsumerRecord<?, ?> message) {
        Header lease = message.headers().lastHeader(Watermark.LEASE);
        return lease == null ? 0 : Long.parseLong(new String(lease.value(), UTF_8));
    }

    private void pause() {
        try {
            stopped.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Ends within half a second; the thread is no obstacle to the process. */
    @Override
    public void close() {
        stopped.countDown();
    }
}

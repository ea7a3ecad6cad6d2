package org.homeward.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.homeward.bench.load.Effects;
import org.homeward.contracts.Partitions;

/** Sees when events are on a topic: a bare consumer of its own that reads from now on. */
final class Arrivals implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Effects arrivals = new Effects();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::read, "arrivals");
    private volatile boolean running = true;

    Arrivals(String kafka, String topic) {
        var bytes = new ByteArrayDeserializer();
        consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka), bytes, bytes);
        List<TopicPartition> partitions =
                IntStream.range(0, Partitions.COUNT)
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        arrivals.watch();
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        while (running) {
            var ids =
                    StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
                            .map(event -> new String(event.key(), StandardCharsets.UTF_8))
                            .map(UUID::fromString)
                            .toList();
            arrivals.happened(ids);
        }
    }

    /**
     * @param count how many there are, which all have had their effects already
     * @throws IllegalStateException when one of them is not seen within ten seconds
     */
    Histogram latencies(long count) {
        long end = System.nanoTime() + PATIENCE;
        while (arrivals.seen().count() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        arrivals.seen().count() + " of " + count + " events seen on the topic");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return arrivals.seen().latencies();
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}

package org.homeward.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WatermarkReaderTest {

    private static final String TOPIC = "homeward.consent.v1";
    private static final TopicPartition MARKS = new TopicPartition(Watermark.TOPIC, 0);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();
    private final Watermarks watermarks = new Watermarks(nanos::get);
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
    private long next = 100;

    @Test
    void what_had_piled_up_in_a_silence_is_not_believed_and_what_comes_then_is() {
        consumer.updatePartitions(
                Watermark.TOPIC,
                List.of(
                        new PartitionInfo(
                                Watermark.TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateEndOffsets(Map.of(MARKS, next));

        after(Duration.ofSeconds(2), 10);
        after(Duration.ofSeconds(6), 7);
        after(Duration.ofSeconds(1), 20);
        consumer.schedulePollTask(() -> done.set(true));

        try (var reader = new WatermarkReader(() -> consumer, watermarks, nanos::get)) {
            reader.start();
            await().atMost(Duration.ofSeconds(10)).untilTrue(done);
        }

        assertThat(watermarks.reachedBy(TOPIC, 10, 11)).isTrue();
        assertThat(watermarks.reachedBy(TOPIC, 7, 8)).isFalse();
        assertThat(watermarks.reachedBy(TOPIC, 20, 21)).isTrue();
    }

    @Test
    void a_record_that_is_no_watermark_is_passed_over() {
        consumer.updatePartitions(
                Watermark.TOPIC,
                List.of(
                        new PartitionInfo(
                                Watermark.TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateEndOffsets(Map.of(MARKS, next));
        consumer.schedulePollTask(() -> add("no json"));
        after(Duration.ofSeconds(1), 20);
        consumer.schedulePollTask(() -> done.set(true));

        try (var reader = new WatermarkReader(() -> consumer, watermarks, nanos::get)) {
            reader.start();
            await().atMost(Duration.ofSeconds(10)).untilTrue(done);
        }

        assertThat(watermarks.reachedBy(TOPIC, 20, 21)).isTrue();
    }

    /** A poll that brings the watermark of a partition whose number is its last offset. */
    private void after(Duration pause, int partition) {
        consumer.schedulePollTask(
                () -> {
                    nanos.addAndGet(pause.toNanos());
                    add(
                            "{\"topic\":\"%s\",\"partition\":%d,\"offset\":%d,\"oldestPendingMillis\":0}"
                                    .formatted(TOPIC, partition, partition));
                });
    }

    private void add(String value) {
        consumer.addRecord(
                new ConsumerRecord<>(
                        Watermark.TOPIC, 0, next++, new byte[0], value.getBytes(UTF_8)));
        consumer.updateEndOffsets(Map.of(MARKS, next));
    }
}

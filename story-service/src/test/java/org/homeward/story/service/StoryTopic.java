package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.kit.test.Backends;

/** What the service tells, read from the beginning of its topic. */
record StoryTopic(List<String> types, String text) {

    private static final EventCatalogue CATALOGUE = EventCatalogue.load();
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    /** All that is told of a story or an order on the topic of this type, until it was told. */
    static StoryTopic until(UUID story, String type) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                Backends.shared().bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var topic = CATALOGUE.topicOf(CATALOGUE.byType(type).orElseThrow());
            var partitions =
                    IntStream.range(0, 12).mapToObj(p -> new TopicPartition(topic, p)).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, story, type);
        }
    }

    private static StoryTopic read(
            KafkaConsumer<byte[], byte[]> consumer, UUID story, String type) {
        var types = new ArrayList<String>();
        var text = new StringBuilder();
        long start = System.nanoTime();
        while (!types.contains(type)) {
            assertThat(System.nanoTime() - start).as("told so far: " + types).isLessThan(PATIENCE);
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                if (new String(message.key(), StandardCharsets.UTF_8).equals(story.toString())) {
                    types.add(header(message, EventEnvelope.TYPE));
                    text.append(new String(message.value(), StandardCharsets.UTF_8)).append('\n');
                }
            }
        }
        return new StoryTopic(types, text.toString());
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

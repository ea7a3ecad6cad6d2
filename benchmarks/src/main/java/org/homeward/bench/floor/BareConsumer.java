package org.homeward.bench.floor;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.homeward.bench.load.Effects;

/** Writes one document for each event, by one insertion for each poll, and nothing else. */
final class BareConsumer implements Runnable {

    private final MongoCollection<Document> seen;
    private final String topic;
    private final Effects effects;
    private final KafkaConsumer<byte[], byte[]> consumer;

    BareConsumer(MongoDatabase database, String kafka, String topic, Effects effects) {
        this.seen =
                database.getCollection("seen")
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.topic = topic;
        this.effects = effects;
        var bytes = new ByteArrayDeserializer();
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ConsumerConfig.GROUP_ID_CONFIG,
                                "floor",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        bytes,
                        bytes);
    }

    void start() {
        var thread = new Thread(this, "bare-consumer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        consumer.subscribe(List.of(topic));
        while (true) {
            List<Document> documents = new ArrayList<>();
            List<UUID> ids = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
                var id = UUID.fromString(new String(event.key(), StandardCharsets.UTF_8));
                ids.add(id);
                documents.add(
                        new Document("_id", id)
                                .append("sequence", 1L)
                                .append("channel", "EMAIL")
                                .append("about", "homeward.story.published.v1"));
            }
            if (!ids.isEmpty()) {
                seen.insertMany(documents);
                effects.happened(ids);
                consumer.commitSync();
            }
        }
    }
}

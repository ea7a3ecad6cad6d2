package org.homeward.kit.inbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * How far a consumer has come with each partition of the topics it watches, and how much garbage it
 * parked there: written with the effects (I4), so that every instance can tell what holds (I5).
 */
final class Progress {

    static final String COLLECTION = "inbox_progress";

    /** Where the consumer is with a partition. */
    record Reached(long next, long garbage) {

        static final Reached NOTHING = new Reached(0, 0);
    }

    private final String consumer;
    private final Set<String> watched;

    Progress(String consumer, Set<String> watched) {
        this.consumer = consumer;
        this.watched = Set.copyOf(watched);
    }

    boolean watches(String topic) {
        return watched.contains(topic);
    }

    /**
     * The partitions are read up to these offsets. They are set, not raised: when the log was
     * truncated, the consumer begins again further back, and has not seen what now lies behind.
     */
    void reached(MongoOperations mongo, Map<TopicPartition, Long> next) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        next.forEach(
                (partition, offset) -> {
                    if (watches(partition.topic())) {
                        writes.add(
                                update(
                                        partition.topic(),
                                        partition.partition(),
                                        new Document("$set", new Document("offset", offset))));
                    }
                });
        write(mongo, writes);
    }

    /** So much more, or less, garbage of a partition is parked. */
    void garbage(MongoOperations mongo, String topic, int partition, long more) {
        if (watches(topic)) {
            write(
                    mongo,
                    List.of(
                            update(
                                    topic,
                                    partition,
                                    new Document("$inc", new Document("garbage", more)))));
        }
    }

    Map<Integer, Reached> of(MongoOperations mongo, String topic, Collection<Integer> partitions) {
        List<Document> ids = partitions.stream().map(p -> id(topic, p)).toList();
        Map<Integer, Reached> reached = new HashMap<>();
        Documents.in(
                mongo,
                COLLECTION,
                progress -> {
                    for (Document found : progress.find(Filters.in("_id", ids))) {
                        reached.put(
                                found.get("_id", Document.class).getInteger("p"),
                                new Reached(found.get("offset", 0L), found.get("garbage", 0L)));
                    }
                    return reached;
                });
        return reached;
    }

    private UpdateOneModel<Document> update(String topic, int partition, Document change) {
        return new UpdateOneModel<>(
                new Document("_id", id(topic, partition)),
                change,
                new UpdateOptions().upsert(true));
    }

    private static void write(MongoOperations mongo, List<WriteModel<Document>> writes) {
        if (!writes.isEmpty()) {
            Documents.in(mongo, COLLECTION, progress -> progress.bulkWrite(writes));
        }
    }

    private Document id(String topic, int partition) {
        return new Document("c", consumer).append("t", topic).append("p", partition);
    }
}

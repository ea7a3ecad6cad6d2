package org.homeward.bench.floor;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.contracts.Partitions;
import org.homeward.kit.audit.AuditLog;
import org.homeward.kit.audit.Signing;

/**
 * The two documents of a command, made after a pair that the real journal has written: the same
 * fields, the same bytes, other ids.
 */
public final class Twin {

    static final String AGGREGATES = "parcels";
    static final String JOURNAL = "journal";

    private final Document aggregate;
    private final Document entry;
    private final String topic;

    private Twin(Document aggregate, Document entry, String topic) {
        this.aggregate = aggregate;
        this.entry = entry;
        this.topic = topic;
    }

    /**
     * @param written database with at least one command in it
     * @param topic that copies are addressed to
     */
    public static Twin of(MongoDatabase written, String topic) {
        var entry = written.getCollection(JOURNAL).find(new Document("_id.v", 1L)).first();
        var id = Objects.requireNonNull(entry).get("_id", Document.class).get("a", UUID.class);
        var aggregate = written.getCollection(AGGREGATES).find(new Document("_id", id)).first();
        return new Twin(Objects.requireNonNull(aggregate), entry, topic);
    }

    /** Makes the collections and every index of the one in the other. */
    public static void copyIndexes(MongoDatabase from, MongoDatabase to) {
        for (String collection : List.of(AGGREGATES, JOURNAL)) {
            to.createCollection(collection);
            for (Document index : from.getCollection(collection).listIndexes()) {
                var keys = index.get("key", Document.class);
                if (!keys.equals(new Document("_id", 1))) {
                    var options = new IndexOptions().name(index.getString("name"));
                    options.unique(index.getBoolean("unique", false));
                    var partial = index.get("partialFilterExpression", Document.class);
                    if (partial != null) {
                        options.partialFilterExpression(partial);
                    }
                    to.getCollection(collection).createIndex(keys, options);
                }
            }
        }
    }

    Document aggregate(UUID id) {
        var copy = new Document(aggregate);
        copy.put("_id", id);
        return copy;
    }

    /** As an entry that waits to be published, signed by nobody. */
    Document entry(UUID id, long order) {
        var copy = new Document(entry);
        copy.put("_id", new Document("a", id).append("v", 1L));
        var fact = new Document(entry.get("fact", Document.class));
        fact.put("topic", topic);
        copy.put("fact", fact);
        var event = new Document(entry.getList("events", Document.class).getFirst());
        event.put("id", UUID.randomUUID());
        copy.put("events", List.of(event));
        var outbox = new Document(entry.get("outbox", Document.class));
        outbox.put("shard", topic + "/" + Partitions.partitionOf(id));
        outbox.put("order", order);
        outbox.put("stamp", UUID.randomUUID());
        copy.put("outbox", outbox);
        var request = new Document(entry.get("request", Document.class));
        byte[] key = new byte[32];
        ThreadLocalRandom.current().nextBytes(key);
        request.put("id", new Binary(key));
        copy.put("request", request);
        return copy;
    }

    /** The same, signed by the service that is to publish it, and sealed already. */
    public Document entry(UUID id, long order, Signing signing) {
        var copy = entry(id, order);
        signing.sign(AuditLog.JOURNAL, copy);
        copy.put("seal", new Document("n", 1L).append("i", 1));
        return copy;
    }

    /** The bytes that are published of an entry. */
    static byte[] data(Document entry) {
        return entry.getList("events", Document.class)
                .getFirst()
                .get("data", Binary.class)
                .getData();
    }
}

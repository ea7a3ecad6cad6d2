package org.homeward.kit.relay;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.Partitions;
import org.homeward.kit.audit.AuditLog;
import org.homeward.kit.audit.Signing;
import org.homeward.kit.journal.JournalFormat;

/** A journal written by hand: aggregates that only count, and entries as the kit writes them. */
final class HandJournal {

    static final String TYPE = "thing";
    static final Signing SIGNING = new Signing(new byte[32]);
    private static final TransactionOptions OPTIONS =
            TransactionOptions.builder()
                    .readConcern(ReadConcern.SNAPSHOT)
                    .writeConcern(WriteConcern.MAJORITY)
                    .build();

    private final MongoClient client;
    private final MongoCollection<Document> things;
    private final MongoCollection<Document> journal;
    private final String topic;
    private final String by;

    /**
     * @param by the instance that commits
     */
    HandJournal(MongoClient client, MongoDatabase database, String topic, String by) {
        this.client = client;
        this.things = database.getCollection("things");
        this.journal = database.getCollection(JournalFormat.JOURNAL);
        this.topic = topic;
        this.by = by;
    }

    /** As the kit makes them at start. */
    void prepare() {
        journal.createIndex(
                Indexes.ascending(
                        JournalFormat.SHARD, JournalFormat.ORDER, JournalFormat.ID_AGGREGATE),
                new IndexOptions()
                        .name("outbox")
                        .partialFilterExpression(
                                new Document(JournalFormat.ORDER, new Document("$exists", true))));
        journal.createIndex(
                Indexes.ascending(
                        JournalFormat.SETTLED_SHARD,
                        JournalFormat.SETTLED_LEASE,
                        JournalFormat.SETTLED_OFFSET),
                new IndexOptions()
                        .name("settled")
                        .partialFilterExpression(
                                new Document(
                                        JournalFormat.SETTLED_SHARD,
                                        new Document("$exists", true))));
        things.createIndex(Indexes.ascending("sequence"));
    }

    /** An open transaction that has written its entry and is not committed. */
    final class Open implements AutoCloseable {

        private final ClientSession session = client.startSession();
        private final long sequence;

        private Open(UUID thing, int events, Instant at, String text) {
            session.startTransaction(OPTIONS);
            try {
                sequence = write(session, thing, events, at, text);
            } catch (RuntimeException failure) {
                close();
                throw failure;
            }
        }

        /** The sequence of the thing after it. */
        long commit() {
            session.commitTransaction();
            return sequence;
        }

        @Override
        public void close() {
            if (session.hasActiveTransaction()) {
                session.abortTransaction();
            }
            session.close();
        }
    }

    /**
     * @throws MongoException with a transient label when another has the thing open
     */
    Open open(UUID thing, int events, Instant at, String text) {
        return new Open(thing, events, at, text);
    }

    long commit(UUID thing, String text) {
        try (var open = open(thing, 1, Instant.now(), text)) {
            return open.commit();
        }
    }

    private long write(ClientSession session, UUID thing, int events, Instant at, String text) {
        var known = things.find(session, Filters.eq("_id", thing)).first();
        var before = known == null ? row(thing, 0, 0, 0) : known;
        var after =
                row(
                        thing,
                        before.getLong("version") + 1,
                        before.getLong("sequence") + events,
                        Math.max(at.toEpochMilli() * 1000, before.getLong("order") + 1));
        things.replaceOne(
                session, Filters.eq("_id", thing), after, new ReplaceOptions().upsert(true));
        journal.insertOne(session, entry(after, events, at, text));
        return after.getLong("sequence");
    }

    private static Document row(UUID thing, long version, long sequence, long order) {
        return new Document("_id", thing)
                .append("version", version)
                .append("sequence", sequence)
                .append("order", order);
    }

    /** Many commits of one thing, one event each, that nobody has published yet. */
    void backlog(UUID thing, int entries, Instant from) {
        var written = new ArrayList<Document>();
        for (long n = 1; n <= entries; n++) {
            var at = from.plusMillis(n);
            written.add(entry(row(thing, n, n, at.toEpochMilli() * 1000), 1, at, "backlog"));
        }
        journal.insertMany(written);
    }

    private Document entry(Document thing, int events, Instant at, String text) {
        var id = thing.get("_id", UUID.class);
        var list = new ArrayList<Document>();
        for (long n = thing.getLong("sequence") - events + 1; n <= thing.getLong("sequence"); n++) {
            var source = EventEnvelope.sourceOf(TYPE, id);
            list.add(
                    new Document("id", EventEnvelope.idOf(source, 1, n))
                            .append("type", "homeward.thing.counted.v1")
                            .append("sequence", n)
                            .append("time", Date.from(at))
                            .append(
                                    "trace",
                                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                            .append(
                                    "data",
                                    new Binary(
                                            ("\"" + text + "\"")
                                                    .getBytes(StandardCharsets.UTF_8))));
        }
        var entry =
                new Document("_id", new Document("a", id).append("v", thing.getLong("version")))
                        .append(
                                "fact",
                                new Document("type", TYPE)
                                        .append("at", Date.from(at))
                                        .append("epoch", 1L)
                                        .append("topic", topic))
                        .append("events", list);
        SIGNING.sign(AuditLog.JOURNAL, entry);
        return entry.append(
                "outbox",
                new Document("shard", topic + "/" + Partitions.partitionOf(id))
                        .append("order", thing.getLong("order"))
                        .append("stamp", UUID.randomUUID())
                        .append("by", by));
    }

    /** Writes a field of an entry's event anew, and signs it, as whoever wrote it would have. */
    void rewrite(UUID thing, long version, String field, Object value) {
        var id = new Document("a", thing).append("v", version);
        var entry = Objects.requireNonNull(journal.find(Filters.eq("_id", id)).first());
        entry.getList("events", Document.class).getFirst().put(field, value);
        SIGNING.sign(AuditLog.JOURNAL, entry);
        journal.replaceOne(Filters.eq("_id", id), entry);
    }

    long pending() {
        return journal.countDocuments(Filters.exists(JournalFormat.ORDER));
    }

    long pending(UUID thing) {
        return journal.countDocuments(
                Filters.and(
                        Filters.eq(JournalFormat.ID_AGGREGATE, thing),
                        Filters.exists(JournalFormat.ORDER)));
    }

    List<Document> entries() {
        return journal.find().into(new ArrayList<>());
    }

    MongoCollection<Document> collection() {
        return journal;
    }
}

package org.homeward.kit.relay;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.homeward.kit.journal.JournalFormat;

/**
 * Aggregates that have an event that can't be sent.
 *
 * <p>R5: only they are held back. A row names the aggregate; its entries from that event on leave
 * the pending index ({@code outbox} is renamed to {@code held}), later ones as soon as the relay
 * meets them. Row and entries change in one transaction, and every such transaction writes the row:
 * so holding, adding and releasing of one aggregate exclude each other, and whoever sees a later
 * entry as pending sees the row too and sends nothing of the aggregate.
 */
public final class HeldAside {

    private static final int NAMESPACE_EXISTS = 48;
    private static final String HELD = "held";
    private static final TransactionOptions TRANSACTION =
            TransactionOptions.builder()
                    .readConcern(ReadConcern.SNAPSHOT)
                    .readPreference(ReadPreference.primary())
                    .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                    .build();

    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoCollection<Document> rows;
    private final MongoCollection<BsonDocument> journal;
    private final Clock clock;

    HeldAside(MongoClient client, MongoDatabase database, Clock clock) {
        this.client = client;
        this.database = database;
        this.rows = database.getCollection("relay_held");
        this.journal = database.getCollection(JournalFormat.JOURNAL, BsonDocument.class);
        this.clock = clock;
    }

    /**
     * An aggregate that waits for an operator.
     *
     * @param shard the partition its events are for, {@code topic/partition}
     * @param type of aggregate
     * @param reason a class of error, never a message
     * @param decided when the first held entry was written, by the clock of its writer
     * @param since by the clock of the instance that held it aside
     * @param entries how many are held; an entry has one event or a few
     */
    public record Held(
            UUID aggregate,
            String shard,
            String type,
            String reason,
            Instant decided,
            Instant since,
            int entries) {

        static Held of(Document row) {
            return new Held(
                    row.get("_id", UUID.class),
                    row.getString("shard"),
                    row.getString("type"),
                    row.getString("reason"),
                    row.getDate("decided").toInstant(),
                    row.getDate("since").toInstant(),
                    row.getInteger("entries", 0));
        }
    }

    /** Collections must not come to be in the middle of a snapshot. */
    void prepare() {
        try {
            database.createCollection("relay_held");
        } catch (MongoCommandException failed) {
            if (failed.getErrorCode() != NAMESPACE_EXISTS) {
                throw failed;
            }
        }
    }

    /** What is held, longest first. */
    public List<Held> list(int limit) {
        return rows.find()
                .sort(Sorts.ascending("since"))
                .limit(limit)
                .map(Held::of)
                .into(new ArrayList<>());
    }

    /** What is held of the shards, as the session sees it. */
    List<Held> of(Collection<Shard> shards, ClientSession session) {
        return rows.find(session, in(shards)).map(Held::of).into(new ArrayList<>());
    }

    long count(Collection<Shard> shards) {
        return rows.countDocuments(in(shards));
    }

    /**
     * Makes all entries of an aggregate pending again, in their old order and under a new stamp. If
     * the event still can't be sent, the aggregate is soon held again. What had been sent before it
     * was held is sent once more: a repeat.
     *
     * @return whether it was held
     */
    public boolean release(UUID aggregate) {
        var stamp = new Document("stamp", UUID.randomUUID());
        var outbox = new Document("$mergeObjects", List.of("$" + HELD, stamp));
        var pendingAgain =
                List.of(
                        new Document("$set", new Document(JournalFormat.OUTBOX, outbox)),
                        new Document("$unset", HELD));
        return transaction(
                session -> {
                    var row = rows.deleteOne(session, Filters.eq("_id", aggregate));
                    if (row.getDeletedCount() == 0) {
                        return false;
                    }
                    var entries = Filters.and(entriesOf(aggregate), Filters.exists(HELD));
                    journal.updateMany(session, entries, pendingAgain);
                    return true;
                });
    }

    /**
     * Holds an aggregate, from the first of these entries on.
     *
     * @return whether any of them was still pending
     */
    boolean hold(List<Pending> entries, String reason) {
        var first = entries.getFirst();
        return transaction(
                session -> {
                    int moved = move(session, entries);
                    if (moved == 0) {
                        return false;
                    }
                    rows.updateOne(
                            session,
                            Filters.eq("_id", first.aggregate()),
                            Updates.combine(
                                    Updates.setOnInsert("shard", first.shard().toString()),
                                    Updates.setOnInsert("type", first.type()),
                                    Updates.setOnInsert("reason", reason),
                                    Updates.setOnInsert("decided", Date.from(first.at())),
                                    Updates.setOnInsert("since", Date.from(clock.instant())),
                                    Updates.inc("entries", moved)),
                            new UpdateOptions().upsert(true));
                    return true;
                });
    }

    /** Puts later entries of an aggregate with the held ones, unless it was released meanwhile. */
    void add(UUID aggregate, List<Pending> entries) {
        transaction(
                session -> {
                    var row = Filters.eq("_id", aggregate);
                    if (rows.countDocuments(session, row) == 0) {
                        return false;
                    }
                    rows.updateOne(session, row, Updates.inc("entries", move(session, entries)));
                    return true;
                });
    }

    private int move(ClientSession session, List<Pending> entries) {
        var pending =
                Filters.and(
                        Filters.in("_id", entries.stream().map(Pending::id).toList()),
                        Filters.exists(JournalFormat.OUTBOX));
        var moved =
                journal.updateMany(session, pending, Updates.rename(JournalFormat.OUTBOX, HELD));
        return (int) moved.getModifiedCount();
    }

    private boolean transaction(Predicate<ClientSession> work) {
        try (var session = client.startSession()) {
            return session.withTransaction(() -> work.test(session), TRANSACTION);
        }
    }

    private static Bson in(Collection<Shard> shards) {
        return Filters.in("shard", shards.stream().map(Shard::toString).toList());
    }

    /** By the index of ids: they compare field by field, the aggregate first. */
    private static Bson entriesOf(UUID aggregate) {
        return Filters.and(
                Filters.gte("_id", new Document("a", aggregate).append("v", new MinKey())),
                Filters.lte("_id", new Document("a", aggregate).append("v", new MaxKey())));
    }
}

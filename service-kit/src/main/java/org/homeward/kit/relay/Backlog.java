package org.homeward.kit.relay;

import static org.homeward.kit.audit.AuditLog.MAC;
import static org.homeward.kit.journal.JournalFormat.EVENTS;
import static org.homeward.kit.journal.JournalFormat.FACT;
import static org.homeward.kit.journal.JournalFormat.ID_AGGREGATE;
import static org.homeward.kit.journal.JournalFormat.JOURNAL;
import static org.homeward.kit.journal.JournalFormat.ORDER;
import static org.homeward.kit.journal.JournalFormat.OUTBOX;
import static org.homeward.kit.journal.JournalFormat.SETTLED;
import static org.homeward.kit.journal.JournalFormat.SHARD;
import static org.homeward.kit.journal.JournalFormat.STAMP;

import com.mongodb.ClientSessionOptions;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.homeward.kit.audit.Signing;

/**
 * The journal's pending entries.
 *
 * <p>R2: everything is read with read concern snapshot, so only what a majority has committed is
 * seen; and of one aggregate n is seen whenever n+1 is, because n was committed before it. Each
 * reading is one snapshot for what is pending and who is held aside, so an entry that has left one
 * place is found in the other.
 *
 * <p>R6: a reading goes through an index that holds pending entries only, oldest first, and ends
 * after {@value #ENTRIES} entries: it costs the same whatever the backlog's size. It starts from
 * the oldest each time and remembers no position, so an entry that was committed late is simply the
 * next.
 */
final class Backlog {

    static final int ENTRIES = 2000;
    private static final long BYTES = 8 << 20;
    private static final ClientSessionOptions ONE_SNAPSHOT =
            ClientSessionOptions.builder().snapshot(true).build();

    private final MongoClient client;
    private final MongoCollection<RawBsonDocument> journal;
    private final HeldAside held;
    private final Signing signing;

    Backlog(MongoClient client, MongoDatabase database, HeldAside held, Signing signing) {
        this.client = client;
        this.journal =
                database.getCollection(JOURNAL, RawBsonDocument.class)
                        .withReadPreference(ReadPreference.primary())
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.held = held;
        this.signing = signing;
    }

    /**
     * @param entries what may be published, oldest first
     * @param aside entries of aggregates that are held aside, to be put there as well
     * @param full whether there may be more than was read
     */
    record Window(List<Pending> entries, Map<UUID, List<Pending>> aside, boolean full) {}

    /**
     * Acknowledged by the broker.
     *
     * @param epoch of the lease under which it was sent
     */
    record Acknowledged(Pending entry, long epoch, long offset) {}

    /**
     * Reads the oldest pending entries, and checks whether this service wrote them.
     *
     * @param without aggregates to leave out
     */
    Window read(Collection<Shard> shards, Set<UUID> without) {
        try (var session = client.startSession(ONE_SNAPSHOT)) {
            var aggregatesHeld =
                    held.of(shards, session).stream()
                            .map(HeldAside.Held::aggregate)
                            .collect(Collectors.toSet());
            var entries = new ArrayList<Pending>();
            var aside = new HashMap<UUID, List<Pending>>();
            long bytes = 0;
            int count = 0;
            try (var cursor =
                    journal.find(session, pendingOf(shards, without))
                            .sort(Sorts.ascending(ORDER))
                            .projection(Projections.include(FACT, EVENTS, OUTBOX, MAC))
                            .limit(ENTRIES)
                            .batchSize(ENTRIES)
                            .cursor()) {
                while (bytes < BYTES && cursor.hasNext()) {
                    var entry = Pending.of(cursor.next()).checkedBy(signing);
                    bytes += entry.bytes();
                    count++;
                    if (aggregatesHeld.contains(entry.aggregate())) {
                        aside.computeIfAbsent(entry.aggregate(), _ -> new ArrayList<>()).add(entry);
                    } else {
                        entries.add(entry);
                    }
                }
            }
            return new Window(entries, aside, count == ENTRIES || bytes >= BYTES);
        }
    }

    /**
     * Marks entries as published. Matches id and stamp: what somebody made pending again in the
     * meantime stays pending, so a sleeper that wakes here marks nothing that is no longer its
     * matter (R4); and what it does mark was acknowledged, which nobody's lease changes. The place
     * of the last event is kept, and what brings the entry back should that place be lost (R8).
     *
     * @return how many were still pending
     */
    int settle(Collection<Acknowledged> acknowledged) {
        if (acknowledged.isEmpty()) {
            return 0;
        }
        var writes =
                acknowledged.stream()
                        .map(
                                done ->
                                        new UpdateOneModel<RawBsonDocument>(
                                                Filters.and(
                                                        Filters.eq("_id", done.entry().id()),
                                                        Filters.eq(STAMP, done.entry().stamp())),
                                                Updates.combine(
                                                        Updates.unset(OUTBOX),
                                                        Updates.set(SETTLED, place(done)))))
                        .toList();
        return journal.bulkWrite(writes, new BulkWriteOptions().ordered(false)).getModifiedCount();
    }

    private static Document place(Acknowledged done) {
        return new Document("shard", done.entry().shard().toString())
                .append("order", done.entry().order())
                .append("lease", done.epoch())
                .append("offset", done.offset());
    }

    /** Those of the shards that have something pending, as the session sees it. */
    Set<Shard> busy(ClientSession session, Set<Shard> shards) {
        boolean idle = journal.find(session, pendingOf(shards, Set.of())).limit(1).first() == null;
        return idle ? Set.of() : shards;
    }

    /** The two ends of what is pending of a shard, as the session sees it; they may be one. */
    List<Pending> ends(ClientSession session, Shard shard) {
        var ends = new ArrayList<Pending>();
        for (var order : List.of(Sorts.ascending(ORDER), Sorts.descending(ORDER))) {
            journal.find(session, pendingOf(List.of(shard), Set.of()))
                    .sort(order)
                    .limit(1)
                    .map(Pending::of)
                    .into(ends);
        }
        return ends;
    }

    /**
     * How long the oldest pending entry waits, by its writer's clock and this one; zero when
     * nothing does.
     */
    Duration age(Collection<Shard> shards, Instant now) {
        var oldest = journal.find(pendingOf(shards, Set.of())).sort(Sorts.ascending(ORDER)).first();
        if (oldest == null) {
            return Duration.ZERO;
        }
        var age = Duration.between(Pending.of(oldest).at(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    ClientSession snapshot() {
        return client.startSession(ONE_SNAPSHOT);
    }

    /** Counts by the index alone, and no further than the limit. */
    long count(Collection<Shard> shards, int limit) {
        return journal.countDocuments(pendingOf(shards, Set.of()), new CountOptions().limit(limit));
    }

    /** The index of pending entries serves this only if the query says that the field exists. */
    static Bson pendingOf(Collection<Shard> shards, Set<UUID> without) {
        var filter =
                Filters.and(
                        Filters.in(SHARD, shards.stream().map(Shard::toString).toList()),
                        Filters.exists(ORDER));
        return without.isEmpty() ? filter : Filters.and(filter, Filters.nin(ID_AGGREGATE, without));
    }
}

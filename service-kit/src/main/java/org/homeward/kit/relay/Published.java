package org.homeward.kit.relay;

import static org.homeward.kit.journal.JournalFormat.EVENTS;
import static org.homeward.kit.journal.JournalFormat.JOURNAL;
import static org.homeward.kit.journal.JournalFormat.OUTBOX;
import static org.homeward.kit.journal.JournalFormat.SETTLED;
import static org.homeward.kit.journal.JournalFormat.SETTLED_LEASE;
import static org.homeward.kit.journal.JournalFormat.SETTLED_OFFSET;
import static org.homeward.kit.journal.JournalFormat.SETTLED_SHARD;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** The journal's entries that are marked as published, newest first, by an index of their own. */
final class Published {

    private final MongoCollection<RawBsonDocument> journal;

    Published(MongoDatabase database) {
        this.journal =
                database.getCollection(JOURNAL, RawBsonDocument.class)
                        .withReadPreference(ReadPreference.primary())
                        .withReadConcern(ReadConcern.MAJORITY)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /**
     * An entry and where its last event was put.
     *
     * @param lease under which it was marked
     */
    record Settled(BsonDocument id, UUID event, long lease, long offset) {

        static Settled of(RawBsonDocument entry) {
            var place = entry.getDocument(SETTLED);
            return new Settled(
                    entry.getDocument("_id"),
                    entry.getArray(EVENTS).getLast().asDocument().getBinary("id").asUuid(),
                    place.getNumber("lease").longValue(),
                    place.getNumber("offset").longValue());
        }
    }

    /** The highest place that was written down under the latest lease up to this one. */
    List<Settled> last(Shard shard, long lease) {
        return find(Filters.and(of(shard), Filters.lte(SETTLED_LEASE, lease)), 1);
    }

    /** The places of a lease below an offset, highest first. */
    List<Settled> below(long offset, Shard shard, long lease, int limit) {
        return find(
                Filters.and(
                        of(shard),
                        Filters.eq(SETTLED_LEASE, lease),
                        Filters.lt(SETTLED_OFFSET, offset)),
                limit);
    }

    private List<Settled> find(Bson which, int limit) {
        return journal.find(which)
                .sort(Sorts.descending(SETTLED_SHARD, SETTLED_LEASE, SETTLED_OFFSET))
                .projection(Projections.include(SETTLED, EVENTS + ".id"))
                .limit(limit)
                .batchSize(limit)
                .map(Settled::of)
                .into(new ArrayList<>());
    }

    /**
     * Makes entries pending again, in their old order and under a new stamp.
     *
     * @return how many were still marked as published
     */
    int withdraw(Shard shard, List<Settled> lost) {
        var outbox =
                new Document("shard", "$" + SETTLED_SHARD)
                        .append("order", "$" + SETTLED + ".order")
                        .append("stamp", UUID.randomUUID());
        var withdrawn =
                journal.updateMany(
                        Filters.and(
                                Filters.in("_id", lost.stream().map(Settled::id).toList()),
                                of(shard)),
                        List.of(
                                new Document("$set", new Document(OUTBOX, outbox)),
                                new Document("$unset", SETTLED)));
        return (int) withdrawn.getModifiedCount();
    }

    private static Bson of(Shard shard) {
        return Filters.eq(SETTLED_SHARD, shard.toString());
    }
}

package org.homeward.kit.relay;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Instances and leases as MongoDB holds them. A lease changes hands by compare-and-set on owner and
 * epoch only, so each epoch has one owner.
 */
final class LeaseTable {

    private static final String OWNER = "owner";
    private static final String EPOCH = "epoch";

    private final MongoCollection<Document> instances;
    private final MongoCollection<Document> leases;

    LeaseTable(MongoDatabase database) {
        this.instances = safe(database.getCollection("relay_instances"));
        this.leases = safe(database.getCollection("relay_leases"));
    }

    private static MongoCollection<Document> safe(MongoCollection<Document> collection) {
        return collection
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /**
     * @param owner null: nobody's
     */
    record Lease(@Nullable String owner, long epoch) {}

    /** Makes the leases that do not exist yet. */
    void prepare(Collection<Shard> shards) {
        var rows =
                shards.stream()
                        .map(s -> new Document("_id", s.toString()).append(EPOCH, 0L))
                        .toList();
        try {
            leases.insertMany(rows, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException some) {
            if (some.getWriteErrors().stream()
                    .anyMatch(e -> e.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw some;
            }
        }
    }

    void beat(String instance) {
        instances.updateOne(
                Filters.eq("_id", instance),
                Updates.inc("beat", 1L),
                new UpdateOptions().upsert(true));
    }

    Map<String, Long> beats() {
        var beats = new HashMap<String, Long>();
        instances.find().forEach(row -> beats.put(row.getString("_id"), row.getLong("beat")));
        return beats;
    }

    /** Forgets an instance unless it has shown life since. */
    void forget(String instance, long beat) {
        instances.deleteOne(Filters.and(Filters.eq("_id", instance), Filters.eq("beat", beat)));
    }

    void forget(String instance) {
        instances.deleteOne(Filters.eq("_id", instance));
    }

    Map<Shard, Lease> leases() {
        var all = new HashMap<Shard, Lease>();
        leases.find()
                .forEach(
                        row ->
                                all.put(
                                        Shard.parse(row.getString("_id")),
                                        new Lease(row.getString(OWNER), row.getLong(EPOCH))));
        return all;
    }

    /** Takes over a lease as it was seen. Returns false when somebody was faster. */
    boolean take(Shard shard, Lease seen, String taker) {
        return leases.updateOne(
                                is(shard, seen),
                                Updates.combine(
                                        Updates.set(OWNER, taker),
                                        Updates.set(EPOCH, seen.epoch() + 1)))
                        .getModifiedCount()
                == 1;
    }

    void release(Shard shard, Lease own) {
        leases.updateOne(is(shard, own), Updates.unset(OWNER));
    }

    private static org.bson.conversions.Bson is(Shard shard, Lease lease) {
        return Filters.and(
                Filters.eq("_id", shard.toString()),
                Filters.eq(OWNER, lease.owner()),
                Filters.eq(EPOCH, lease.epoch()));
    }
}

package org.homeward.kit.audit;

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
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.kit.observe.Alarms;

/**
 * Puts entries into batches that are chained by hash. The sealer, not a clock, gives an entry its
 * place: one that was committed late simply stands in a later batch. Batch and places are written
 * in one transaction, and the number of a batch is taken once: so any number of instances may seal
 * at once. An entry that is not signed by this service is never sealed; it is marked and alarmed.
 */
final class Sealer {

    static final int BATCH = 500;

    /** Younger entries are about to be marked by the relay: sealing them would collide with it. */
    private static final Duration REST = Duration.ofSeconds(2);

    private static final int DUPLICATE_KEY = 11_000;
    private static final TransactionOptions OPTIONS =
            TransactionOptions.builder()
                    .readConcern(ReadConcern.SNAPSHOT)
                    .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                    .build();

    private final MongoClient client;
    private final MongoDatabase database;
    private final Signing signing;
    private final Alarms alarms;
    private final Clock clock;

    Sealer(
            MongoClient client,
            MongoDatabase database,
            Signing signing,
            Alarms alarms,
            Clock clock) {
        this.client = client;
        this.database = database;
        this.signing = signing;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Makes collections and indexes: the first transaction must not wait for their creation. */
    void prepare() {
        for (AuditLog log : AuditLog.ALL) {
            database.getCollection(log.collection())
                    .createIndex(
                            Indexes.ascending(AuditLog.SEAL),
                            new IndexOptions()
                                    .name("unsealed")
                                    .partialFilterExpression(Filters.lte(AuditLog.SEAL, 0)));
            seals(log)
                    .createIndex(
                            Indexes.ascending(Seal.TOLD),
                            new IndexOptions()
                                    .name("untold")
                                    .partialFilterExpression(Filters.eq(Seal.TOLD, false)));
        }
    }

    /** Seals all that is old enough. */
    void seal() {
        for (AuditLog log : AuditLog.ALL) {
            while (batch(log) == BATCH) {
                // more may wait
            }
        }
    }

    /** Returns how many entries were looked at; 0 also when another instance was faster. */
    private int batch(AuditLog log) {
        try (ClientSession session = client.startSession()) {
            session.startTransaction(OPTIONS);
            try {
                int looked = within(session, log);
                session.commitTransaction();
                return looked;
            } catch (MongoException failed) {
                abort(session);
                if (lost(failed)) {
                    return 0;
                }
                throw failed;
            }
        }
    }

    /** Another instance was faster. */
    private static boolean lost(MongoException failed) {
        return failed.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                || failed.getCode() == DUPLICATE_KEY;
    }

    private int within(ClientSession session, AuditLog log) {
        var fresh = fresh(session, log);
        if (fresh.isEmpty()) {
            return 0;
        }
        BsonDocument last =
                database.getCollection(log.seals(), BsonDocument.class)
                        .find(session)
                        .sort(Sorts.descending("_id"))
                        .first();
        var rows = new ArrayList<Seal.Sealed>();
        var marks = new ArrayList<UpdateOneModel<Document>>();
        long number = last == null ? 0 : last.getInt64("_id").getValue();
        int forged = 0;
        for (BsonDocument entry : fresh) {
            byte[] digest = Signing.digest(log, entry);
            boolean signed = signing.signed(entry, digest);
            Object place =
                    signed
                            ? new Document("n", number + 1).append("i", rows.size())
                            : Integer.valueOf(-1);
            marks.add(mark(entry.get("_id", BsonNull.VALUE), place));
            if (signed) {
                rows.add(new Seal.Sealed(entry.get("_id", BsonNull.VALUE), new Binary(digest)));
            } else {
                forged++;
            }
        }
        if (!rows.isEmpty()) {
            Binary before = last == null ? Seal.NONE : new Binary(last.getBinary("head").getData());
            var seal = Seal.after(number, before, rows);
            seals(log).insertOne(session, seal.document(Date.from(clock.instant())));
        }
        database.getCollection(log.collection()).bulkWrite(session, marks);
        if (forged > 0) {
            alarms.raise(
                    "audit-forged",
                    forged + " entries of " + log.collection() + " were not written by the service",
                    null);
        }
        return fresh.size();
    }

    private List<BsonDocument> fresh(ClientSession session, AuditLog log) {
        return database.getCollection(log.collection(), BsonDocument.class)
                .find(
                        session,
                        Filters.and(
                                Filters.eq(AuditLog.SEAL, 0),
                                Filters.lt(log.time(), Date.from(clock.instant().minus(REST)))))
                .limit(BATCH)
                .into(new ArrayList<>());
    }

    private static UpdateOneModel<Document> mark(BsonValue id, Object place) {
        return new UpdateOneModel<>(Filters.eq("_id", id), Updates.set(AuditLog.SEAL, place));
    }

    private MongoCollection<Document> seals(AuditLog log) {
        return database.getCollection(log.seals());
    }

    private static void abort(ClientSession session) {
        if (session.hasActiveTransaction()) {
            try {
                session.abortTransaction();
            } catch (MongoException _) {
                // it ends by itself; the failure that led here is the one to report
            }
        }
    }
}

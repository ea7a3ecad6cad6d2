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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.homeward.kit.observe.Alarms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts entries into batches that are chained by hash. The sealer, not a clock, gives an entry its
 * place: one that was committed late simply stands in a later batch. Batch and places are written
 * in one transaction, and the number of a batch is taken once: so any number of instances may seal
 * at once. An entry that is not signed by this service is never sealed; it is marked and alarmed.
 * The head of a batch is in the log of the process as soon as it is committed, whether Kafka
 * answers or not.
 */
final class Sealer {

    static final int BATCH = 500;

    /** The index of what waits. */
    static final String UNSEALED = "unsealed";

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

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
    private final PlantedSeals planted;
    private final Alarms alarms;
    private final Clock clock;

    /** By log the last batch that was there when another one was faster. */
    private final Map<AuditLog, Long> overtaken = new HashMap<>();

    Sealer(
            MongoClient client,
            MongoDatabase database,
            Signing signing,
            PlantedSeals planted,
            Alarms alarms,
            Clock clock) {
        this.client = client;
        this.database = database;
        this.signing = signing;
        this.planted = planted;
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
                                    .name(UNSEALED)
                                    .partialFilterExpression(Filters.lte(AuditLog.SEAL, 0)));
            seals(log)
                    .createIndex(
                            Indexes.ascending(Seal.TOLD),
                            new IndexOptions()
                                    .name("untold")
                                    .partialFilterExpression(Filters.eq(Seal.TOLD, false)));
        }
    }

    /**
     * Seals all of a log that is old enough.
     *
     * @throws MongoException also when something goes on colliding with it and nobody else seals
     */
    void seal(AuditLog log) {
        while (batch(log) == BATCH) {
            // more may wait
        }
    }

    /** What a transaction did. */
    private record Batch(int looked, @Nullable Seal seal) {}

    /** Returns how many entries were looked at; 0 also when another instance was faster. */
    private int batch(AuditLog log) {
        try (ClientSession session = client.startSession()) {
            session.startTransaction(OPTIONS);
            try {
                Batch done = within(session, log);
                session.commitTransaction();
                if (done.seal() != null) {
                    tell(log, done.seal());
                }
                return done.looked();
            } catch (MongoException failed) {
                abort(session);
                if (lost(failed) && isSealing(log)) {
                    return 0;
                }
                throw failed;
            }
        }
    }

    private static void tell(AuditLog log, Seal seal) {
        LOG.atInfo()
                .addKeyValue("audit", log.collection())
                .addKeyValue("batch", seal.number())
                .addKeyValue("entries", seal.entries().size())
                .addKeyValue("head", seal.hex())
                .log("Sealed");
    }

    /** Another instance was faster, or something else holds the same entries. */
    private static boolean lost(MongoException failed) {
        return failed.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                || failed.getCode() == DUPLICATE_KEY;
    }

    /** Whether there are more batches than when this one lost the last time. */
    private boolean isSealing(AuditLog log) {
        Seal last;
        try (ClientSession session = client.startSession()) {
            last = last(session, log);
        }
        long number = last == null ? 0 : last.number();
        Long before = overtaken.put(log, number);
        return before == null || before < number;
    }

    private Batch within(ClientSession session, AuditLog log) {
        var fresh = fresh(session, log);
        if (fresh.isEmpty()) {
            return new Batch(0, null);
        }
        Seal last = last(session, log);
        long number = free(session, log, last == null ? 1 : last.number() + 1);
        var rows = new ArrayList<Seal.Sealed>();
        var marks = new ArrayList<UpdateOneModel<Document>>();
        int forged = 0;
        for (RawBsonDocument entry : fresh) {
            byte[] digest = Signing.digest(log, entry);
            boolean signed = signing.signed(entry, digest);
            Object place =
                    signed
                            ? new Document("n", number).append("i", rows.size())
                            : Integer.valueOf(-1);
            marks.add(mark(entry.get("_id", BsonNull.VALUE), place));
            if (signed) {
                rows.add(new Seal.Sealed(entry.get("_id", BsonNull.VALUE), new Binary(digest)));
            } else {
                forged++;
            }
        }
        Seal seal = null;
        if (!rows.isEmpty()) {
            seal = Seal.of(number, clock.instant(), last == null ? Seal.NONE : last.head(), rows);
            seals(log).insertOne(session, seal.document(log, signing));
        }
        database.getCollection(log.collection()).bulkWrite(session, marks);
        if (forged > 0) {
            alarms.raise(
                    "audit-forged",
                    forged + " entries of " + log.collection() + " were not written by the service",
                    null);
        }
        return new Batch(fresh.size(), seal);
    }

    private @Nullable Seal last(ClientSession session, AuditLog log) {
        try (var rows =
                database.getCollection(log.seals(), BsonDocument.class)
                        .find(session, Filters.type("_id", BsonType.INT64))
                        .sort(Sorts.descending("_id"))
                        .batchSize(2)
                        .iterator()) {
            while (rows.hasNext()) {
                BsonDocument row = rows.next();
                Seal seal = Seal.read(log, signing, row);
                if (seal != null) {
                    return seal;
                }
                planted.found(log, row);
            }
            return null;
        }
    }

    /** A number that is taken by what is no seal is left out: a gap, which is found. */
    private long free(ClientSession session, AuditLog log, long first) {
        long number = first;
        while (seals(log).find(session, Filters.eq("_id", number)).first() != null) {
            number++;
        }
        return number;
    }

    private List<RawBsonDocument> fresh(ClientSession session, AuditLog log) {
        return database.getCollection(log.collection(), RawBsonDocument.class)
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

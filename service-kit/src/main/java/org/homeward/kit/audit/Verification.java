package org.homeward.kit.audit;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.homeward.kit.web.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * Compares the journal and the access log with their signatures, their seals and what was told of
 * those. It reads all of them a few times, a batch at a time, so memory is bounded; it changes
 * nothing, and what is written meanwhile is no finding. What waits to be sealed or told for longer
 * than {@link Waiting#LONGEST} is one: it is not protected.
 */
final class Verification {

    /** What is wrong. */
    enum Kind {
        /** An entry says something else than when it was sealed. */
        ALTERED,
        /** An entry is gone. */
        REMOVED,
        /** An entry is not as the service wrote it, or stands in no batch. */
        INSERTED,
        /** An entry says of itself another place than its batch does. */
        REORDERED,
        /**
         * A batch is missing (the first of them), does not follow from the one before it, or was
         * not written by the service.
         */
        CHAIN_BROKEN,
        /** A batch has another head than the one that was told when it was sealed. */
        HEAD_DIFFERS,
        /** A batch was told and is not there: the end of the chain is cut off. */
        TAIL_REMOVED,
        /** Entries wait to be sealed for longer than they may; the oldest is named. */
        NOT_SEALED,
        /**
         * The first of the batches whose heads are not outside the database, for longer than they
         * may: what stands in them can be removed and sealed anew.
         */
        NOT_TOLD,
        /** An index lets the database remove entries or seals by itself. */
        EXPIRING
    }

    /**
     * @param log collection
     * @param batch number of the batch; 0 where the entry stands in none
     * @param position in the batch from 0; -1 where the batch itself is meant, or none
     * @param entry its id: aggregate's id and version, or the id of an access entry; empty where
     *     the batch itself is meant
     */
    record Finding(String log, Kind kind, long batch, int position, String entry) {}

    /**
     * @param entries that were compared with their seals
     * @param batches that were compared
     * @param waiting entries that the service wrote and has not sealed yet
     * @param told number of the last batch whose head was found outside the database; what stands
     *     in later ones is protected by signatures and seals alone
     * @param head of the last batch, in hex; empty before the first
     */
    record Chain(String log, long entries, long batches, long waiting, long told, String head) {}

    /**
     * @param findings the first {@value #SHOWN}, by log and batch; none when all is as it was
     * @param found how many there are
     */
    record Report(List<Chain> chains, List<Finding> findings, long found) {}

    static final int SHOWN = 100;

    private static final int CACHED = 50;

    private final MongoDatabase database;
    private final Signing signing;
    private final Heads heads;
    private final Clock clock;
    private final Lock running = new ReentrantLock();

    Verification(MongoDatabase database, Signing signing, Heads heads, Clock clock) {
        // it may last for minutes; no single answer of the database may
        this.database = database.withTimeout(30, TimeUnit.SECONDS);
        this.signing = signing;
        this.heads = heads;
        this.clock = clock;
    }

    /**
     * One at a time: it reads everything.
     *
     * @throws Unavailable when another one is running here
     * @throws org.apache.kafka.common.KafkaException when what was told can't be read now
     */
    Report verify() {
        if (!running.tryLock()) {
            throw new Unavailable("Another verification is running.", 60);
        }
        try {
            return compare();
        } finally {
            running.unlock();
        }
    }

    private Report compare() {
        var findings = new Findings();
        var chains = new ArrayList<Chain>();
        for (AuditLog log : AuditLog.ALL) {
            try (var told = heads.told(log)) {
                chains.add(verify(log, told, findings));
            }
        }
        return new Report(List.copyOf(chains), List.copyOf(findings.shown), findings.count);
    }

    /** Says nothing twice among those that are shown. */
    private static final class Findings {

        private final List<Finding> shown = new ArrayList<>();
        private long count;

        void add(Finding finding) {
            if (shown.contains(finding)) {
                return;
            }
            count++;
            if (shown.size() < SHOWN) {
                shown.add(finding);
            }
        }

        /** Unless something else is known to be wrong with that entry. */
        void addUnlessKnown(Finding finding) {
            if (shown.stream().noneMatch(other -> isOfSameEntry(other, finding))) {
                add(finding);
            }
        }

        private static boolean isOfSameEntry(Finding one, Finding other) {
            return one.log().equals(other.log()) && one.entry().equals(other.entry());
        }
    }

    private Chain verify(AuditLog log, Heads.Told told, Findings findings) {
        long expected = 1;
        long entries = 0;
        long batches = 0;
        long lastTold = 0;
        long untold = 0;
        Instant due = clock.instant().minus(Waiting.LONGEST);
        Binary before = Seal.NONE;
        String newest = "";
        for (BsonDocument stored : all(seals(log).find()).sort(Sorts.ascending("_id"))) {
            Seal seal = Seal.read(log, signing, stored);
            if (seal == null) {
                findings.add(batch(log, Kind.CHAIN_BROKEN, number(stored)));
                continue;
            }
            if (expected < seal.number()) {
                findings.add(batch(log, Kind.CHAIN_BROKEN, expected));
            }
            if (!seal.before().equals(before) || !seal.computed().equals(seal.head())) {
                findings.add(batch(log, Kind.CHAIN_BROKEN, seal.number()));
            }
            Heads.Head head = told.from(seal.number());
            if (head != null && head.batch() == seal.number()) {
                lastTold = head.batch();
                untold = 0;
                if (!head.hex().equals(seal.hex())) {
                    findings.add(batch(log, Kind.HEAD_DIFFERS, seal.number()));
                }
            } else if (untold == 0 && seal.at().isBefore(due)) {
                untold = seal.number();
            }
            compare(log, seal, findings);
            entries += seal.entries().size();
            batches++;
            before = seal.head();
            newest = seal.hex();
            expected = seal.number() + 1;
        }
        for (Heads.Head head = told.from(expected);
                head != null;
                head = told.from(head.batch() + 1)) {
            findings.add(batch(log, Kind.TAIL_REMOVED, head.batch()));
        }
        if (Waiting.expires(database, log)) {
            findings.add(batch(log, Kind.EXPIRING, 0));
        }
        if (untold > 0) {
            findings.add(batch(log, Kind.NOT_TOLD, untold));
        }
        long waiting = unsealed(log, due, findings);
        strangers(log, findings);
        if (log.equals(AuditLog.JOURNAL)) {
            gaps(findings);
        }
        return new Chain(log.collection(), entries, batches, waiting, lastTold, newest);
    }

    private static long number(BsonDocument stored) {
        return stored.get("_id") instanceof BsonInt64 number ? number.getValue() : 0;
    }

    private void compare(AuditLog log, Seal seal, Findings findings) {
        var ids = seal.entries().stream().map(Seal.Sealed::id).toList();
        var found = new HashMap<BsonValue, RawBsonDocument>();
        for (RawBsonDocument entry : entries(log).find(Filters.in("_id", ids))) {
            found.put(entry.get("_id"), entry);
        }
        for (int i = 0; i < ids.size(); i++) {
            RawBsonDocument entry = found.get(ids.get(i));
            Kind wrong = entry == null ? Kind.REMOVED : judge(log, seal, i, entry);
            if (wrong != null) {
                findings.add(entry(log, wrong, seal.number(), i, ids.get(i)));
            }
        }
    }

    private @Nullable Kind judge(AuditLog log, Seal seal, int position, RawBsonDocument entry) {
        byte[] digest = Signing.digest(log, entry);
        if (!seal.entries().get(position).digest().equals(new Binary(digest))) {
            return Kind.ALTERED;
        }
        if (!signing.signed(entry, digest)) {
            return Kind.INSERTED;
        }
        return place(seal.number(), position).equals(entry.get(AuditLog.SEAL))
                ? null
                : Kind.REORDERED;
    }

    /**
     * Returns how many entries wait to be sealed. One that the service did not write waits for
     * nothing.
     */
    private long unsealed(AuditLog log, Instant due, Findings findings) {
        long waiting = 0;
        Instant oldest = due;
        BsonValue late = null;
        for (RawBsonDocument entry : all(entries(log).find(Filters.lte(AuditLog.SEAL, 0)))) {
            if (new BsonInt32(0).equals(entry.get(AuditLog.SEAL))
                    && signing.signed(entry, Signing.digest(log, entry))) {
                waiting++;
                Instant at = at(log, entry);
                if (at.isBefore(oldest)) {
                    oldest = at;
                    late = entry.get("_id");
                }
            } else {
                findings.addUnlessKnown(entry(log, Kind.INSERTED, 0, -1, entry.get("_id")));
            }
        }
        if (late != null) {
            findings.add(entry(log, Kind.NOT_SEALED, 0, -1, late));
        }
        return waiting;
    }

    /** When an entry that the service wrote was written. */
    private static Instant at(AuditLog log, BsonDocument entry) {
        BsonValue at = entry;
        for (String field : log.time().split("\\.", -1)) {
            at = at.asDocument().get(field, BsonNull.VALUE);
        }
        return Instant.ofEpochMilli(at.asDateTime().getValue());
    }

    /** Entries that say that they are sealed, and are in no batch. */
    private void strangers(AuditLog log, Findings findings) {
        var seals = new HashMap<Long, List<Seal.Sealed>>();
        for (BsonDocument entry :
                all(entries(log).find(Filters.not(Filters.lte(AuditLog.SEAL, 0))))
                        .projection(Projections.include(AuditLog.SEAL))) {
            if (!isInItsPlace(log, entry, seals)) {
                findings.addUnlessKnown(entry(log, Kind.INSERTED, 0, -1, entry.get("_id")));
            }
        }
    }

    private boolean isInItsPlace(
            AuditLog log, BsonDocument entry, Map<Long, List<Seal.Sealed>> seals) {
        if (!(entry.get(AuditLog.SEAL) instanceof BsonDocument place)
                || !(place.get("n") instanceof BsonInt64 number)
                || !(place.get("i") instanceof BsonInt32 position)) {
            return false;
        }
        if (seals.size() > CACHED) {
            seals.clear();
        }
        var rows = seals.computeIfAbsent(number.getValue(), n -> rows(log, n));
        int at = position.getValue();
        return at >= 0 && at < rows.size() && rows.get(at).id().equals(entry.get("_id"));
    }

    private List<Seal.Sealed> rows(AuditLog log, long number) {
        BsonDocument stored = seals(log).find(Filters.eq("_id", number)).first();
        Seal seal = stored == null ? null : Seal.read(log, signing, stored);
        return seal == null ? List.of() : seal.entries();
    }

    /**
     * The versions of an aggregate are 1, 2, 3…: where some are missing before a later one they
     * were removed, also if that was before they were sealed. The first of them is named.
     */
    private void gaps(Findings findings) {
        BsonValue aggregate = null;
        long expected = 1;
        for (BsonDocument entry :
                all(entries(AuditLog.JOURNAL).find())
                        .projection(Projections.include("_id"))
                        .sort(Sorts.ascending("_id"))) {
            if (!(entry.get("_id") instanceof BsonDocument id)
                    || !(id.get("a") instanceof BsonBinary owner)
                    || !(id.get("v") instanceof BsonInt64 version)) {
                continue;
            }
            if (!owner.equals(aggregate)) {
                aggregate = owner;
                expected = 1;
            }
            if (expected < version.getValue()) {
                var missing = new BsonDocument("a", owner).append("v", new BsonInt64(expected));
                findings.addUnlessKnown(entry(AuditLog.JOURNAL, Kind.REMOVED, 0, -1, missing));
            }
            expected = version.getValue() + 1;
        }
    }

    /** For what takes longer than one answer of the database. */
    private static <T> FindIterable<T> all(FindIterable<T> found) {
        return found.timeoutMode(TimeoutMode.ITERATION);
    }

    private MongoCollection<RawBsonDocument> entries(AuditLog log) {
        return database.getCollection(log.collection(), RawBsonDocument.class);
    }

    private MongoCollection<BsonDocument> seals(AuditLog log) {
        return database.getCollection(log.seals(), BsonDocument.class);
    }

    private static BsonDocument place(long number, int position) {
        return new BsonDocument("n", new BsonInt64(number)).append("i", new BsonInt32(position));
    }

    private static Finding batch(AuditLog log, Kind kind, long number) {
        return new Finding(log.collection(), kind, number, -1, "");
    }

    private static Finding entry(
            AuditLog log, Kind kind, long number, int position, @Nullable BsonValue id) {
        return new Finding(log.collection(), kind, number, position, name(id));
    }

    /** Aggregate and version, or the id alone. */
    private static String name(@Nullable BsonValue id) {
        if (id instanceof BsonDocument both && both.get("v") instanceof BsonInt64 version) {
            return name(both.get("a")) + " version " + version.getValue();
        }
        return id instanceof BsonBinary uuid && uuid.getData().length == 16 && uuid.getType() == 4
                ? uuid.asUuid().toString()
                : "unreadable";
    }
}

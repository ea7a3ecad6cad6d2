package org.homeward.kit.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonValue;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Compares the journal and the access log with their signatures, their seals and what was told of
 * those. It reads all of them once, a batch at a time, so memory is bounded; it changes nothing.
 */
final class Verification {

    /** What is wrong. */
    enum Kind {
        /** An entry says something else than when it was sealed. */
        ALTERED,
        /** An entry is gone. */
        REMOVED,
        /** An entry was not written by the service, or stands in no batch. */
        INSERTED,
        /** An entry says of itself another place than its batch does. */
        REORDERED,
        /** A batch is missing, or does not follow from its entries and the batch before it. */
        CHAIN_BROKEN,
        /** A batch has another head than the one that was told when it was sealed. */
        HEAD_DIFFERS,
        /** A batch was told and is not there: the end of the chain is cut off. */
        TAIL_REMOVED
    }

    /**
     * @param log collection
     * @param batch number of the batch; 0 where the entry stands in none
     * @param position in the batch from 0; -1 where the batch itself is meant
     * @param entry its id: aggregate's id and version, or the id of an access entry; empty where
     *     the batch itself is meant
     */
    record Finding(String log, Kind kind, long batch, int position, String entry) {}

    /**
     * @param entries that were compared
     * @param batches that were compared
     * @param waiting entries that are too young to be sealed
     * @param head of the last batch, in hex; empty before the first
     */
    record Chain(String log, long entries, long batches, long waiting, String head) {}

    /**
     * @param findings the first {@value #SHOWN}, by log and batch; none when all is as it was
     * @param found how many there are
     */
    record Report(List<Chain> chains, List<Finding> findings, long found) {}

    static final int SHOWN = 100;

    /** An entry that waits longer than this to be sealed was not told to the sealer. */
    private static final Duration YOUNG = Duration.ofMinutes(5);

    private static final int CACHED = 50;

    private final MongoDatabase database;
    private final Signing signing;
    private final Heads heads;
    private final Clock clock;

    Verification(MongoDatabase database, Signing signing, Heads heads, Clock clock) {
        this.database = database;
        this.signing = signing;
        this.heads = heads;
        this.clock = clock;
    }

    Report verify() {
        var findings = new Findings();
        var chains = AuditLog.ALL.stream().map(log -> verify(log, findings)).toList();
        return new Report(chains, List.copyOf(findings.shown), findings.count);
    }

    private static final class Findings implements Consumer<Finding> {

        private final List<Finding> shown = new ArrayList<>();
        private long count;

        @Override
        public void accept(Finding finding) {
            count++;
            if (shown.size() < SHOWN) {
                shown.add(finding);
            }
        }
    }

    private Chain verify(AuditLog log, Consumer<Finding> findings) {
        Map<Long, String> told = heads.told(log);
        long expected = 1;
        long entries = 0;
        long standing = 0;
        long batches = 0;
        Binary before = Seal.NONE;
        for (BsonDocument stored : seals(log).find().sort(Sorts.ascending("_id"))) {
            Seal seal = readable(log, stored, findings);
            if (seal == null) {
                continue;
            }
            for (; expected < seal.number(); expected++) {
                findings.accept(batch(log, Kind.CHAIN_BROKEN, expected));
                told.remove(expected);
            }
            if (!seal.before().equals(before) || !seal.computed().equals(seal.head())) {
                findings.accept(batch(log, Kind.CHAIN_BROKEN, seal.number()));
            }
            String head = told.remove(seal.number());
            if (head != null && !head.equals(hex(seal.head()))) {
                findings.accept(batch(log, Kind.HEAD_DIFFERS, seal.number()));
            }
            standing += compare(log, seal, findings);
            entries += seal.entries().size();
            batches++;
            before = seal.head();
            expected = seal.number() + 1;
        }
        told.keySet().stream()
                .sorted()
                .forEach(n -> findings.accept(batch(log, Kind.TAIL_REMOVED, n)));
        long waiting = unsealed(log, findings);
        if (entries(log).countDocuments() != standing + waiting) {
            strangers(log, findings);
        }
        return new Chain(
                log.collection(), entries, batches, waiting, batches == 0 ? "" : hex(before));
    }

    private static @Nullable Seal readable(
            AuditLog log, BsonDocument stored, Consumer<Finding> findings) {
        try {
            return Seal.of(stored);
        } catch (BsonInvalidOperationException _) {
            var number = stored.get("_id") instanceof BsonInt64 n ? n.getValue() : 0;
            findings.accept(batch(log, Kind.CHAIN_BROKEN, number));
            return null;
        }
    }

    /** Returns how many entries of the batch are there. */
    private int compare(AuditLog log, Seal seal, Consumer<Finding> findings) {
        var ids = seal.entries().stream().map(Seal.Sealed::id).toList();
        var found = new HashMap<BsonValue, BsonDocument>();
        for (BsonDocument entry : entries(log).find(Filters.in("_id", ids))) {
            found.put(entry.get("_id"), entry);
        }
        for (int i = 0; i < ids.size(); i++) {
            BsonDocument entry = found.get(ids.get(i));
            Kind wrong = entry == null ? Kind.REMOVED : judge(log, seal, i, entry);
            if (wrong != null) {
                findings.accept(entry(log, wrong, seal.number(), i, ids.get(i)));
            }
        }
        return found.size();
    }

    private @Nullable Kind judge(AuditLog log, Seal seal, int position, BsonDocument entry) {
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

    /** Returns how many entries stand in no batch, those that are only young among them. */
    private long unsealed(AuditLog log, Consumer<Finding> findings) {
        var old = Date.from(clock.instant().minus(YOUNG));
        for (BsonDocument entry :
                entries(log)
                        .find(
                                Filters.or(
                                        Filters.lt(AuditLog.SEAL, 0),
                                        Filters.and(
                                                Filters.eq(AuditLog.SEAL, 0),
                                                Filters.lt(log.time(), old))))) {
            findings.accept(entry(log, Kind.INSERTED, 0, -1, entry.get("_id")));
        }
        return entries(log).countDocuments(Filters.lte(AuditLog.SEAL, 0));
    }

    /**
     * There are more entries than the batches hold: which of them says of itself what is untrue?
     */
    private void strangers(AuditLog log, Consumer<Finding> findings) {
        var seals = new HashMap<Long, BsonDocument>();
        for (BsonDocument entry :
                entries(log)
                        .find(Filters.not(Filters.lte(AuditLog.SEAL, 0)))
                        .projection(Projections.include(AuditLog.SEAL))) {
            if (!known(log, entry, seals)) {
                findings.accept(entry(log, Kind.INSERTED, 0, -1, entry.get("_id")));
            }
        }
    }

    private boolean known(AuditLog log, BsonDocument entry, Map<Long, BsonDocument> seals) {
        if (!(entry.get(AuditLog.SEAL) instanceof BsonDocument place)
                || !(place.get("n") instanceof BsonInt64 number)) {
            return false;
        }
        if (seals.size() > CACHED) {
            seals.clear();
        }
        var stored =
                seals.computeIfAbsent(
                        number.getValue(),
                        n -> {
                            var seal = seals(log).find(Filters.eq("_id", n)).first();
                            return seal == null ? new BsonDocument() : seal;
                        });
        return !stored.isEmpty()
                && Seal.of(stored).entries().stream()
                        .anyMatch(row -> row.id().equals(entry.get("_id")));
    }

    private MongoCollection<BsonDocument> entries(AuditLog log) {
        return database.getCollection(log.collection(), BsonDocument.class);
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
        return switch (id) {
            case BsonDocument both ->
                    name(both.get("a")) + " version " + both.getNumber("v").longValue();
            case BsonBinary uuid -> uuid.asUuid().toString();
            case null, default -> "unreadable";
        };
    }

    private static String hex(Binary head) {
        return HexFormat.of().formatHex(head.getData());
    }
}

package org.homeward.kit.relay;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.Partitions;
import org.homeward.kit.audit.AuditLog;
import org.homeward.kit.audit.Signing;
import org.homeward.kit.journal.JournalFormat;

/**
 * An entry of the journal with events to publish, as it lies in the database.
 *
 * @param stamp names this stay among the pending entries; each stay has its own
 * @param genuine whether this service wrote it as it is; only then does it make events
 */
record Pending(
        BsonDocument id,
        UUID aggregate,
        Shard shard,
        BsonValue stamp,
        RawBsonDocument entry,
        boolean genuine) {

    /** Taken as genuine. */
    static Pending of(RawBsonDocument entry) {
        var id = entry.getDocument("_id");
        var outbox = entry.getDocument(JournalFormat.OUTBOX);
        return new Pending(
                id,
                id.getBinary("a").asUuid(),
                Shard.parse(outbox.getString("shard").getValue()),
                Objects.requireNonNull(outbox.get("stamp")),
                entry,
                true);
    }

    /**
     * Genuine only if what was signed of it is as it was, and says that it is told where it lies.
     */
    Pending checkedBy(Signing signing) {
        return new Pending(
                id,
                aggregate,
                shard,
                stamp,
                entry,
                isAtItsPlace() && signing.isSigned(AuditLog.JOURNAL, entry));
    }

    private boolean isAtItsPlace() {
        return new BsonString(shard.topic()).equals(fact().get(JournalFormat.TOPIC))
                && shard.partition() == Partitions.partitionOf(aggregate);
    }

    /** Its place among the pending entries of the shard. */
    long order() {
        return entry.getDocument(JournalFormat.OUTBOX).getNumber("order").longValue();
    }

    int events() {
        return entry.isArray(JournalFormat.EVENTS)
                ? entry.getArray(JournalFormat.EVENTS).size()
                : 0;
    }

    /** Empty where there is none: then nobody of this service wrote it. */
    private BsonDocument fact() {
        return entry.isDocument(JournalFormat.FACT)
                ? entry.getDocument(JournalFormat.FACT)
                : new BsonDocument();
    }

    /** When it was decided, by the clock of who wrote it; the epoch where it does not say. */
    Instant at() {
        return fact().get("at") instanceof BsonDateTime at
                ? Instant.ofEpochMilli(at.getValue())
                : Instant.EPOCH;
    }

    /** Its aggregate's type, by which operators know it; {@code unknown} where it does not say. */
    String type() {
        return fact().get("type") instanceof BsonString type ? type.getValue() : "unknown";
    }

    /**
     * @param index from 0
     * @throws Unsendable when what is stored is forged, or makes no event
     */
    EventEnvelope event(int index) {
        if (!genuine) {
            throw new Unsendable("forged");
        }
        try {
            var event = entry.getArray(JournalFormat.EVENTS).get(index).asDocument();
            return new EventEnvelope(
                    event.getBinary("id").asUuid(),
                    EventEnvelope.sourceOf(fact().getString("type").getValue(), aggregate),
                    event.getString("type").getValue(),
                    fact().getNumber("epoch").longValue(),
                    event.getNumber("sequence").longValue(),
                    Instant.ofEpochMilli(event.getDateTime("time").getValue()),
                    event.getString("trace").getValue(),
                    event.getBinary("data").getData());
        } catch (BsonInvalidOperationException
                | IllegalArgumentException
                | IndexOutOfBoundsException _) {
            throw new Unsendable("malformed");
        }
    }

    int bytes() {
        return entry.getByteBuffer().remaining();
    }
}

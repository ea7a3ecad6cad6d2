package org.homeward.kit.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * A batch of entries in the order in which they were sealed, and the batch before it.
 *
 * <pre>
 * _id      number of the batch, from 1 without a gap
 * at       when it was sealed: for the reader, nothing rests on it
 * before   head of the batch before; 32 zeros for the first
 * entries  [{id, digest}]
 * head     SHA-256 over before, number (8 bytes, big-endian) and the digests
 * told     whether the head is on the topic
 * </pre>
 *
 * @param number from 1
 * @param before head of the batch before it
 * @param entries in their order
 * @param head as it is stored; {@link #computed} says what it must be
 */
record Seal(long number, Binary before, List<Sealed> entries, Binary head) {

    static final String TOLD = "told";
    static final Binary NONE = new Binary(new byte[32]);

    /**
     * @param digest of what never changes of the entry
     */
    record Sealed(BsonValue id, Binary digest) {}

    /** The batch that follows. */
    static Seal after(long number, Binary before, List<Sealed> entries) {
        var seal = new Seal(number + 1, before, List.copyOf(entries), NONE);
        return new Seal(seal.number, before, seal.entries, seal.computed());
    }

    Binary computed() {
        byte[] digests = new byte[32 * entries.size()];
        int at = 0;
        for (Sealed entry : entries) {
            byte[] digest = entry.digest().getData();
            if (digest.length != 32) {
                return NONE;
            }
            System.arraycopy(digest, 0, digests, at, 32);
            at += 32;
        }
        byte[] place = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        return new Binary(Signing.sha256(before.getData(), place, digests));
    }

    Document document(Date now) {
        var rows =
                entries.stream()
                        .map(e -> new Document("id", e.id()).append("digest", e.digest()))
                        .toList();
        return new Document("_id", number)
                .append("at", now)
                .append("before", before)
                .append("entries", rows)
                .append("head", head)
                .append(TOLD, false);
    }

    /**
     * @throws RuntimeException when it is no seal as they are written here
     */
    static Seal of(BsonDocument stored) {
        var entries = new ArrayList<Sealed>();
        for (BsonValue row : stored.getArray("entries")) {
            entries.add(
                    new Sealed(
                            row.asDocument().get("id", BsonNull.VALUE),
                            binary(row.asDocument(), "digest")));
        }
        return new Seal(
                stored.getInt64("_id").getValue(),
                binary(stored, "before"),
                entries,
                binary(stored, "head"));
    }

    private static Binary binary(BsonDocument from, String field) {
        return new Binary(from.getBinary(field).getData());
    }
}

package org.homeward.kit.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A batch of entries in the order in which they were sealed, and the batch before it.
 *
 * <pre>
 * _id      number of the batch, from 1 without a gap
 * at       when it was sealed, to the millisecond: says for how long it has not been told
 * before   head of the batch before; 32 zeros for the first
 * entries  [{id, digest}]
 * head     SHA-256 over before, number (8 bytes, big-endian) and the digests
 * mac      signature of number, at and head: a row without it is no seal, and is passed over
 * told     whether the head is on the topic: for the service, nothing rests on it
 * </pre>
 *
 * @param number from 1
 * @param at when it was sealed, to the millisecond
 * @param before head of the batch before it
 * @param entries in their order
 * @param head as it is stored; {@link #computed} says what it must be
 */
record Seal(long number, Instant at, Binary before, List<Sealed> entries, Binary head) {

    static final String AT = "at";
    static final String TOLD = "told";
    static final Binary NONE = new Binary(new byte[32]);

    /**
     * @param digest of what never changes of the entry
     */
    record Sealed(BsonValue id, Binary digest) {}

    /** A batch with its head. */
    static Seal of(long number, Instant at, Binary before, List<Sealed> entries) {
        var seal =
                new Seal(
                        number,
                        at.truncatedTo(ChronoUnit.MILLIS),
                        before,
                        List.copyOf(entries),
                        NONE);
        return new Seal(number, seal.at, before, seal.entries, seal.computed());
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

    /** The head as it is told, in hex. */
    String hex() {
        return HexFormat.of().formatHex(head.getData());
    }

    private String signature(AuditLog log, Signing signing) {
        return signing.sign(
                "seal %s %d %d %s".formatted(log.collection(), number, at.toEpochMilli(), hex()));
    }

    Document document(AuditLog log, Signing signing) {
        var rows =
                entries.stream()
                        .map(e -> new Document("id", e.id()).append("digest", e.digest()))
                        .toList();
        return new Document("_id", number)
                .append(AT, Date.from(at))
                .append("before", before)
                .append("entries", rows)
                .append("head", head)
                .append(AuditLog.MAC, signature(log, signing))
                .append(TOLD, false);
    }

    /** Null when it is nothing that a sealer of this service wrote. */
    static @Nullable Seal read(AuditLog log, Signing signing, BsonDocument stored) {
        try {
            Seal seal = of(stored);
            return MessageDigest.isEqual(
                            utf8(seal.signature(log, signing)),
                            utf8(stored.getString(AuditLog.MAC).getValue()))
                    ? seal
                    : null;
        } catch (BsonInvalidOperationException _) {
            return null;
        }
    }

    private static Seal of(BsonDocument stored) {
        var entries = new ArrayList<Sealed>();
        for (BsonValue row : stored.getArray("entries")) {
            entries.add(
                    new Sealed(
                            row.asDocument().get("id", BsonNull.VALUE),
                            binary(row.asDocument(), "digest")));
        }
        return new Seal(
                stored.getInt64("_id").getValue(),
                Instant.ofEpochMilli(stored.getDateTime(AT).getValue()),
                binary(stored, "before"),
                entries,
                binary(stored, "head"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Binary binary(BsonDocument from, String field) {
        return new Binary(from.getBinary(field).getData());
    }
}

package org.homeward.kit.audit;

import com.mongodb.MongoClientSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;

/**
 * Signs entries with a key that the database does not hold, so that whoever can only write to the
 * database can add none. Signed are the bytes of the fields that never change, as BSON, in the
 * order in which they are stored.
 */
public final class Signing {

    private static final Codec<Document> DOCUMENTS =
            CodecRegistries.withUuidRepresentation(
                            MongoClientSettings.getDefaultCodecRegistry(),
                            UuidRepresentation.STANDARD)
                    .get(Document.class);
    private static final Codec<BsonDocument> BSON = new BsonDocumentCodec();

    private final SecretKeySpec key;

    /**
     * @param key 32 bytes
     */
    public Signing(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Signs an entry that is about to be inserted, and makes it known to the sealer. */
    public void sign(AuditLog log, Document entry) {
        var signed = new Document(entry);
        signed.keySet().retainAll(log.fields());
        entry.append(AuditLog.MAC, new Binary(mac(sha256(bytes(DOCUMENTS, signed)))))
                .append(AuditLog.SEAL, 0);
    }

    /** Signature, in hex, of a line that is told outside the database. */
    String sign(String line) {
        return HexFormat.of().formatHex(mac(sha256(line.getBytes(StandardCharsets.UTF_8))));
    }

    /** SHA-256 over what never changes of an entry. */
    static byte[] digest(AuditLog log, BsonDocument entry) {
        var kept = new BsonDocument();
        entry.forEach(
                (field, value) -> {
                    if (log.fields().contains(field)) {
                        kept.append(field, value);
                    }
                });
        return sha256(bytes(BSON, kept));
    }

    /** Whether what never changes of an entry, read with its signature, was signed here. */
    public boolean isSigned(AuditLog log, BsonDocument entry) {
        return signed(entry, digest(log, entry));
    }

    /** Whether an entry with this digest was signed here. */
    boolean signed(BsonDocument entry, byte[] digest) {
        return entry.get(AuditLog.MAC) instanceof BsonBinary mac
                && MessageDigest.isEqual(mac.getData(), mac(digest));
    }

    private static <T> byte[] bytes(Codec<T> codec, T value) {
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            codec.encode(writer, value, EncoderContext.builder().build());
            return buffer.toByteArray();
        }
    }

    private byte[] mac(byte[] digest) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                hash.update(part);
            }
            return hash.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}

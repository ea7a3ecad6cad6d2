package org.homeward.kit.audit;

import com.mongodb.MongoClientSettings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.ByteBuf;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.UuidRepresentation;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.ByteBufferBsonInput;
import org.bson.types.Binary;

/**
 * Signs entries with a key that the database does not hold, so that whoever can only write to the
 * database can add none. Signed are the bytes of the fields that never change, as BSON, in the
 * order in which they are stored: as they lie in the database, for of a field that stands twice it
 * searches the first and its driver reads the last.
 */
public final class Signing {

    private static final Codec<Document> DOCUMENTS =
            CodecRegistries.withUuidRepresentation(
                            MongoClientSettings.getDefaultCodecRegistry(),
                            UuidRepresentation.STANDARD)
                    .get(Document.class);

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
        entry.append(AuditLog.MAC, new Binary(mac(sha256(bytes(signed))))).append(AuditLog.SEAL, 0);
    }

    /** Signature, in hex, of a line that is told outside the database. */
    String sign(String line) {
        return HexFormat.of().formatHex(mac(sha256(line.getBytes(StandardCharsets.UTF_8))));
    }

    /** SHA-256 over what never changes of an entry, and over whatever stands in it once more. */
    static byte[] digest(AuditLog log, RawBsonDocument entry) {
        ByteBuf stored = entry.getByteBuffer();
        var kept = ByteBuffer.allocate(stored.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        kept.putInt(0);
        var names = new HashSet<String>();
        try (var input = new ByteBufferBsonInput(stored.duplicate());
                var reader = new BsonBinaryReader(input)) {
            reader.readStartDocument();
            int from = input.getPosition();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                String name = reader.readName();
                reader.skipValue();
                int to = input.getPosition();
                boolean again = !names.add(name);
                if (again || log.fields().contains(name)) {
                    for (int i = from; i < to; i++) {
                        kept.put(stored.get(i));
                    }
                }
                from = to;
            }
        }
        kept.put((byte) 0).putInt(0, kept.position());
        return sha256(Arrays.copyOf(kept.array(), kept.position()));
    }

    /** Whether what never changes of an entry, read with its signature, was signed here. */
    public boolean isSigned(AuditLog log, RawBsonDocument entry) {
        return signed(entry, digest(log, entry));
    }

    /** Whether an entry with this digest was signed here. */
    boolean signed(BsonDocument entry, byte[] digest) {
        return entry.get(AuditLog.MAC) instanceof BsonBinary mac
                && MessageDigest.isEqual(mac.getData(), mac(digest));
    }

    private static byte[] bytes(Document entry) {
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            DOCUMENTS.encode(writer, entry, EncoderContext.builder().build());
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

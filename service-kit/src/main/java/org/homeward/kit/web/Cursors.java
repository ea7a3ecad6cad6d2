package org.homeward.kit.web;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * Where the next part of a list begins, as text that the caller can't read, make or change, and can
 * use only with the same filter: the record it stands for may be one that is hidden from her. All
 * instances of a service understand it.
 */
public final class Cursors {

    private static final int POSITION = 24;

    private final Aead aead;

    /**
     * @param key 32 bytes
     */
    public Cursors(byte[] key) {
        try {
            this.aead = new AesGcmJce(key);
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("not a key for AES256-GCM", unfit);
        }
    }

    /**
     * The last record of a part.
     *
     * @param created microseconds, as the list is ordered
     */
    public record Position(long created, UUID id) {}

    /**
     * @param filter all that decides what is in the list, the caller's scope included
     * @return another text each time: that two are for the same record can't be told either
     */
    public String encode(long created, UUID id, String filter) {
        byte[] position =
                ByteBuffer.allocate(POSITION)
                        .putLong(created)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        try {
            byte[] sealed = aead.encrypt(position, bytes(filter));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a cursor can't be sealed", failed);
        }
    }

    /**
     * @throws InvalidCursor when it was not made by {@link #encode} with this filter
     */
    public Position decode(String cursor, String filter) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            var values = ByteBuffer.wrap(aead.decrypt(sealed, bytes(filter)));
            return new Position(values.getLong(), new UUID(values.getLong(), values.getLong()));
        } catch (IllegalArgumentException | GeneralSecurityException foreign) {
            throw new InvalidCursor();
        }
    }

    private static byte[] bytes(String filter) {
        return filter.getBytes(StandardCharsets.UTF_8);
    }
}

package org.homeward.kit.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Where the next part of a list begins, as text that the caller can't make or change, and can use
 * only with the same filter. It says nothing but the time and id of a record that was listed.
 */
public final class Cursors {

    private static final int POSITION = 24;
    private static final int SEAL = 16;

    private final Hmac hmac;

    public Cursors(byte[] key) {
        this.hmac = new Hmac(key);
    }

    /**
     * The last record of a part.
     *
     * @param created microseconds, as the list is ordered
     */
    public record Position(long created, UUID id) {}

    /**
     * @param filter all that decides what is in the list, the caller's scope included
     */
    public String encode(long created, UUID id, String filter) {
        byte[] position =
                ByteBuffer.allocate(POSITION)
                        .putLong(created)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        byte[] sealed = Arrays.copyOf(position, POSITION + SEAL);
        System.arraycopy(seal(position, filter), 0, sealed, POSITION, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * @throws InvalidCursor when it was not made by {@link #encode} with this filter
     */
    public Position decode(String cursor, String filter) {
        byte[] sealed = bytes(cursor);
        if (sealed.length != POSITION + SEAL) {
            throw new InvalidCursor();
        }
        byte[] position = Arrays.copyOf(sealed, POSITION);
        byte[] seal = Arrays.copyOfRange(sealed, POSITION, sealed.length);
        if (!MessageDigest.isEqual(seal, seal(position, filter))) {
            throw new InvalidCursor();
        }
        ByteBuffer values = ByteBuffer.wrap(position);
        return new Position(values.getLong(), new UUID(values.getLong(), values.getLong()));
    }

    private byte[] seal(byte[] position, String filter) {
        return Arrays.copyOf(hmac.of(position, filter.getBytes(StandardCharsets.UTF_8)), SEAL);
    }

    private static byte[] bytes(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException garbage) {
            throw new InvalidCursor();
        }
    }
}

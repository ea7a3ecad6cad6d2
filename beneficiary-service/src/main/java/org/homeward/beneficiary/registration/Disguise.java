package org.homeward.beneficiary.registration;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns an id into another and back, by AES over its one block: the same id always becomes the same
 * one, and without the key nobody can tell which it was. For one thread.
 */
final class Disguise {

    private final Cipher on;
    private final Cipher off;

    /**
     * @param key 32 bytes
     */
    @SuppressWarnings("InsecureCryptoUsage") // one block, no two equal: nothing for a mode to hide
    Disguise(byte[] key) {
        try {
            var secret = new SecretKeySpec(key, "AES");
            on = Cipher.getInstance("AES/ECB/NoPadding");
            on.init(Cipher.ENCRYPT_MODE, secret);
            off = Cipher.getInstance("AES/ECB/NoPadding");
            off.init(Cipher.DECRYPT_MODE, secret);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES", impossible);
        }
    }

    UUID on(UUID id) {
        return block(on, id);
    }

    UUID off(UUID disguised) {
        return block(off, disguised);
    }

    private static UUID block(Cipher cipher, UUID id) {
        try {
            byte[] bytes =
                    ByteBuffer.allocate(16)
                            .putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits())
                            .array();
            var other = ByteBuffer.wrap(cipher.doFinal(bytes));
            return new UUID(other.getLong(), other.getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an id is one block", impossible);
        }
    }
}

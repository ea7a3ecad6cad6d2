package org.homeward.notification.delivery;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.kit.web.DerivedKeys;
import org.springframework.stereotype.Component;

/**
 * One id for each event and recipient. It is published with the delivery, so it is made with a key:
 * without it nobody who knows the event and a beneficiary's id can find out that she was written
 * to.
 */
@Component
class MessageIds {

    private final SecretKeySpec key;

    MessageIds(DerivedKeys keys) {
        this.key = new SecretKeySpec(keys.key("message ids"), "HmacSHA256");
    }

    /** A UUID of version 8 (RFC 9562): its maker's own way. */
    UUID of(UUID event, UUID recipient) {
        var bytes = ByteBuffer.wrap(hmac(bytesOf(event, recipient)));
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private byte[] hmac(byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    private static byte[] bytesOf(UUID event, UUID recipient) {
        return ByteBuffer.allocate(32)
                .putLong(event.getMostSignificantBits())
                .putLong(event.getLeastSignificantBits())
                .putLong(recipient.getMostSignificantBits())
                .putLong(recipient.getLeastSignificantBits())
                .array();
    }
}

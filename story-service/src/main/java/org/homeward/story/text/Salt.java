package org.homeward.story.text;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What goes into the digest of something that becomes public, and is itself never shown: who has
 * the one can't make out the other.
 */
public final class Salt {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Salt() {}

    /** 32 random bytes, in lower-case hexadecimal. */
    public static String drawn() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

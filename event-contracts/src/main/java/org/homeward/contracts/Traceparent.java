package org.homeward.contracts;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The trace of an event (W3C Trace Context). It is made new for each event: the trace of the
 * request on a topic would join a withdrawal to the retraction that followed.
 */
public final class Traceparent {

    /** Version 00, a trace id and a span id that are not all zeros, flags. */
    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /** A trace that belongs to nothing else, marked as sampled. */
    public static String fresh(RandomGenerator random) {
        HexFormat hex = HexFormat.of();
        return "00-"
                + hex.toHexDigits(notZero(random))
                + hex.toHexDigits(random.nextLong())
                + '-'
                + hex.toHexDigits(notZero(random))
                + "-01";
    }

    /** Whether a text is a traceparent of version 00. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    private static long notZero(RandomGenerator random) {
        long id = random.nextLong();
        return id == 0 ? 1 : id;
    }
}

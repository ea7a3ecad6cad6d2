package org.homeward.kit.sealing;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Tells a key that was drawn by chance from one that was typed, counted up or left at zero, and so
 * from what stands in a repository, an example or a hand-book. What a computer drew and somebody
 * published can't be told from a good one.
 */
public final class DrawnKey {

    private static final int VALUES = 256;

    /** Of 32 drawn bytes fewer differ less than once in a million million draws. */
    private static final int DIFFERENT = 16;

    /** Of 31 steps between drawn bytes fewer differ as rarely: who counts has one. */
    private static final int DIFFERENT_STEPS = 16;

    /** 32 drawn bytes are all letters, digits and signs as rarely. */
    private static final int FIRST_SIGN = ' ';

    private static final int LAST_SIGN = '~';

    private DrawnKey() {}

    /**
     * @param key 32 bytes
     */
    public static boolean is(byte[] key) {
        return different(IntStream.range(0, key.length).map(i -> key[i])) >= DIFFERENT
                && different(IntStream.range(1, key.length).map(i -> key[i] - key[i - 1]))
                        >= DIFFERENT_STEPS
                && !isText(key);
    }

    private static int different(IntStream values) {
        var seen = new BitSet(VALUES);
        values.forEach(value -> seen.set(value & (VALUES - 1)));
        return seen.cardinality();
    }

    private static boolean isText(byte[] key) {
        return IntStream.range(0, key.length)
                .allMatch(i -> key[i] >= FIRST_SIGN && key[i] <= LAST_SIGN);
    }
}

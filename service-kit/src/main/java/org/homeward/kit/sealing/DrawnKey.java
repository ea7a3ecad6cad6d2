package org.homeward.kit.sealing;

/**
 * Tells a key that was drawn by chance from one that was typed, counted up or left at zero, and so
 * from all that stand in a repository, an example or a hand-book.
 */
public final class DrawnKey {

    /** Of 32 drawn bytes fewer differ once in a hundred million million draws. */
    private static final int DIFFERENT = 16;

    private DrawnKey() {}

    /**
     * @param key 32 bytes
     */
    public static boolean is(byte[] key) {
        boolean[] seen = new boolean[256];
        int different = 0;
        for (byte one : key) {
            int value = Byte.toUnsignedInt(one);
            different += seen[value] ? 0 : 1;
            seen[value] = true;
        }
        return different >= DIFFERENT;
    }
}

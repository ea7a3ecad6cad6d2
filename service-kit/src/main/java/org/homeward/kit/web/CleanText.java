package org.homeward.kit.web;

/**
 * Text that is what it looks like: no control characters but tab and line ends, no marks that turn
 * the direction of what follows, no half of a surrogate pair. Joiners (Persian spelling needs them)
 * are fine.
 */
public final class CleanText {

    private CleanText() {}

    public static boolean isClean(String text) {
        return text.codePoints().allMatch(CleanText::isClean);
    }

    static boolean isClean(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\t' || c == '\n' || c == '\r';
            case Character.SURROGATE, Character.PRIVATE_USE -> false;
            case Character.UNASSIGNED -> !isNoncharacter(c);
            case Character.FORMAT -> c == 0x200C || c == 0x200D || c == 0x00AD;
            default -> true;
        };
    }

    private static boolean isNoncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}

package org.homeward.beneficiary.matching;

import java.util.Locale;
import java.util.Optional;

/** Document numbers in one writing. */
public final class DocumentNumber {

    /** What is shorter is no number of a document but a slip or a placeholder. */
    private static final int SHORTEST = 4;

    private DocumentNumber() {}

    /**
     * Letters and digits only, letters as plain Latin capitals (a Cyrillic А of a series and a
     * Latin A look alike and are typed for each other), any digits as 0–9. Empty if fewer than four
     * signs or no digit are left.
     */
    public static Optional<String> normal(String number) {
        var normal = new StringBuilder();
        number.codePoints().forEach(sign -> append(sign, normal));
        boolean hasDigit = normal.chars().anyMatch(Character::isDigit);
        return normal.length() >= SHORTEST && hasDigit
                ? Optional.of(normal.toString())
                : Optional.empty();
    }

    /** One sign of a number as {@link #normal} writes it; empty for what only separates. */
    public static String normalSign(int sign) {
        var normal = new StringBuilder();
        append(sign, normal);
        return normal.toString();
    }

    private static void append(int sign, StringBuilder normal) {
        int digit = Character.digit(sign, 10);
        if (digit >= 0) {
            normal.append(digit);
        } else if (Character.isLetter(sign) && !Letters.isApostrophe(sign)) {
            normal.append(latin(sign).toUpperCase(Locale.ROOT));
        }
    }

    private static String latin(int letter) {
        return switch (Character.toUpperCase(letter)) {
            case 'В' -> "b";
            case 'Н' -> "h";
            default -> {
                int lower = Character.toLowerCase(letter);
                int alike = Letters.CYRILLIC_TO_LATIN.getOrDefault(lower, lower);
                yield NameFolding.strict(Character.toString(alike));
            }
        };
    }
}

package org.homeward.beneficiary.matching;

/**
 * A word that mixes Cyrillic and Latin is put into the script of its unmistakable letters. A
 * capital H among Cyrillic letters is Н by its looks, a small h is ҳ by its sound.
 */
final class OneScript {

    private OneScript() {}

    static String of(String word) {
        boolean mixed =
                word.codePoints().anyMatch(Letters::isCyrillic)
                        && word.codePoints().anyMatch(Letters::isLatin);
        if (!mixed) {
            return word;
        }
        boolean cyrillic = balance(word) >= 0;
        var one = new StringBuilder(word.length());
        word.codePoints()
                .map(letter -> cyrillic ? asCyrillic(letter) : asLatin(letter))
                .forEach(one::appendCodePoint);
        return one.toString();
    }

    /** Above zero for Cyrillic; unmistakable letters outweigh any number of look-alikes. */
    private static long balance(String word) {
        return word.codePoints()
                .mapToLong(
                        letter -> {
                            boolean doubtful = asCyrillic(letter) != asLatin(letter);
                            long weight = doubtful ? 1 : 1L << 20;
                            return Letters.isCyrillic(letter)
                                    ? weight
                                    : Letters.isLatin(letter) ? -weight : 0;
                        })
                .sum();
    }

    private static int asCyrillic(int letter) {
        return switch (letter) {
            case 'H' -> 'н';
            case 'h' -> 'ҳ';
            default -> {
                int lower = Character.toLowerCase(letter);
                yield Letters.LATIN_TO_CYRILLIC.getOrDefault(lower, lower);
            }
        };
    }

    private static int asLatin(int letter) {
        return switch (letter) {
            case 'Н' -> 'h';
            case 'В' -> 'b';
            default -> {
                int lower = Character.toLowerCase(letter);
                yield Letters.CYRILLIC_TO_LATIN.getOrDefault(lower, lower);
            }
        };
    }
}

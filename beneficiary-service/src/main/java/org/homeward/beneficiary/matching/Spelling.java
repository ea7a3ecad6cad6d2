package org.homeward.beneficiary.matching;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * Repairs what fonts, keyboards and spreadsheets do to a written name, before anything is compared.
 *
 * <p>NFC and explicit maps, never "decompose and strip": that would turn Ҷӯраева into Ҷураева and
 * leave қ ғ ҳ ҷ alone (tried, domain-standards.md §6).
 */
public final class Spelling {

    private Spelling() {}

    /**
     * The words of a name or text, in lower case and one script each: legacy fonts and look-alikes
     * of the other script repaired, invisible characters and foreign marks gone. A word is a run of
     * letters; an apostrophe inside it stays, as {@code '}. Never throws; the repaired words of
     * repaired words are the same.
     */
    public static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        String visible = Normalizer.normalize(withoutInvisible(text), Form.NFC);
        visible.codePoints()
                .forEach(
                        letter -> {
                            if (Letters.isApostrophe(letter)) {
                                word.append(word.isEmpty() ? "" : "'");
                            } else if (Character.isLetter(letter) || Letters.isMark(letter)) {
                                word.appendCodePoint(letter);
                            } else {
                                finish(word, words);
                            }
                        });
        finish(word, words);
        return List.copyOf(words);
    }

    /** One word (see {@link #words}); of several, all of them written together. */
    public static String word(String text) {
        return String.join("", words(text));
    }

    private static void finish(StringBuilder word, List<String> words) {
        String repaired = trimmed(plain(oneScript(modern(word.toString()))));
        word.setLength(0);
        if (!repaired.isEmpty()) {
            words.add(repaired);
        }
    }

    private static String withoutInvisible(String text) {
        var visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(letter -> !Letters.isInvisible(letter))
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /** Legacy code points to the letters meant; keeps the case, look-alikes need it. */
    private static String modern(String word) {
        var modern = new StringBuilder(word.length());
        word.codePoints()
                .forEach(
                        letter -> {
                            int lower = Character.toLowerCase(letter);
                            int meant = Letters.LEGACY.getOrDefault(lower, lower);
                            modern.appendCodePoint(
                                    meant == lower
                                            ? letter
                                            : lower == letter
                                                    ? meant
                                                    : Character.toUpperCase(meant));
                        });
        return modern.toString();
    }

    /**
     * A word that mixes Cyrillic and Latin is put into the script of its unmistakable letters. A
     * capital H among Cyrillic letters is Н by its looks, a small h is ҳ by its sound.
     */
    private static String oneScript(String word) {
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

    /**
     * Lower case letter by letter (so that no locale and no context matters), unknown marks off.
     */
    private static String plain(String word) {
        var plain = new StringBuilder(word.length());
        word.codePoints().forEach(letter -> appendPlain(letter, plain));
        return plain.toString();
    }

    private static void appendPlain(int letter, StringBuilder plain) {
        int lower = lower(letter);
        if (Letters.CYRILLIC.containsKey(lower)
                || Letters.MARKED_LATIN.containsKey(lower)
                || lower == '\''
                || lower == 'ь') {
            plain.appendCodePoint(lower);
            return;
        }
        Normalizer.normalize(Character.toString(lower), Form.NFKD)
                .codePoints()
                .map(Spelling::lower)
                .filter(part -> Character.isLetter(part) && !Letters.isApostrophe(part))
                .forEach(plain::appendCodePoint);
    }

    private static int lower(int letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    private static String trimmed(String word) {
        int end = word.length();
        while (end > 0 && word.charAt(end - 1) == '\'') {
            end--;
        }
        return word.substring(0, end);
    }
}

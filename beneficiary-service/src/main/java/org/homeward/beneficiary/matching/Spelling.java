package org.homeward.beneficiary.matching;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * Repairs what fonts, keyboards and spreadsheets do to a written name, before anything is compared.
 *
 * <p>NFC and explicit maps, never "decompose and strip": that would turn Ҷӯраева into Ҷураева and
 * leave қ ғ ҳ ҷ alone (tried).
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
        if (isRepairedWord(text)) {
            return List.of(text);
        }
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

    /** Whether this sign is one of the many that are written for an apostrophe. */
    public static boolean isApostrophe(int sign) {
        return Letters.isApostrophe(sign);
    }

    /** Whether this sign, not a letter, does not end a word: apostrophes, marks, the invisible. */
    public static boolean isInsideWord(int sign) {
        return Letters.isApostrophe(sign) || Letters.isMark(sign) || Letters.isInvisible(sign);
    }

    private static void finish(StringBuilder word, List<String> words) {
        String repaired = trimmed(plain(OneScript.of(modern(word.toString()))));
        word.setLength(0);
        if (!repaired.isEmpty()) {
            words.add(repaired);
        }
    }

    /** The common case, and a fast way through it: a whole text is folded stem by stem. */
    private static boolean isRepairedWord(String text) {
        boolean latin = !text.isEmpty() && text.charAt(0) <= 'z';
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean fits = latin ? letter >= 'a' && letter <= 'z' : Letters.isPlainCyrillic(letter);
            if (!fits) {
                return false;
            }
        }
        return !text.isEmpty();
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

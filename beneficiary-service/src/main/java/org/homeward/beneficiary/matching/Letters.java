package org.homeward.beneficiary.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The letter tables of this field; every entry is lower case. */
final class Letters {

    /**
     * Tajik letters as the 8-bit fonts of the 1990s put them on Serbian, Macedonian, Ukrainian and
     * Belarusian code points; official bulletins still do.
     */
    static final Map<Integer, Integer> LEGACY = pairs("њҳ љҷ ѓғ ќқ їӣ ўӯ ѐё һҳ");

    /** Latin letters that look (and in part sound) like Cyrillic ones. */
    static final Map<Integer, Integer> LATIN_TO_CYRILLIC =
            pairs("aа cс eе oо pр xх yу kк mм tт bв");

    /** Cyrillic letters that look like Latin ones in either case. */
    static final Map<Integer, Integer> CYRILLIC_TO_LATIN = pairs("аa сc еe оo рp хx уy кk мm тt");

    /**
     * Cyrillic to plain Latin, close to ICS-630 Annex N (made for personal names). The sign ъ stays
     * an apostrophe until the spelling variants are drawn from it.
     */
    static final Map<Integer, String> CYRILLIC =
            table(
                    """
                    а a б b в v г g ғ g ґ g д d е e ё yo є e ж zh з z и i ӣ i і i й y ј y к k қ k ҝ k
                    л l м m н n ң n о o ө o п p р r с s т t у u ӯ u ү u ұ u ф f х h ҳ h ц ts ч ch ҷ j
                    ҹ j џ j ђ j ћ ch ѕ z ш sh щ sh ъ ' ы i э e ә a ю yu я ya
                    """);

    /**
     * Marked Latin letters whose sound differs from the bare letter (ISO 9 as printed, BGN,
     * Turkish).
     */
    static final Map<Integer, String> MARKED_LATIN =
            table(
                    "ž zh č ch š sh ş sh ç j ŭ u ū u ï i ë yo û yu â ya ß ss æ e œ e ø o đ d ł l þ t");

    static final String APOSTROPHES = "'’‘ʼʻʹʽ`´′＇ʾʿ";

    private static final BitSet PLAIN_CYRILLIC = new BitSet();

    static {
        CYRILLIC.keySet().forEach(PLAIN_CYRILLIC::set);
        PLAIN_CYRILLIC.set('ь');
    }

    private Letters() {}

    /** Whether this is a lower-case letter that needs no repair. */
    static boolean isPlainCyrillic(int letter) {
        return PLAIN_CYRILLIC.get(letter);
    }

    static boolean isApostrophe(int letter) {
        return APOSTROPHES.indexOf(letter) >= 0;
    }

    static boolean isCyrillic(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }

    static boolean isLatin(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    /**
     * Marks of direction, zero-width joiners, soft hyphens: seen by nobody, so they count for
     * nothing.
     */
    static boolean isInvisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.FORMAT, Character.SURROGATE -> true;
            case Character.CONTROL -> !Character.isWhitespace(letter);
            default -> letter == 0x034F || letter == 0x115F || letter == 0x3164;
        };
    }

    private static Map<Integer, Integer> pairs(String text) {
        return text.lines()
                .flatMap(line -> Arrays.stream(line.trim().split("\\s+", -1)))
                .collect(
                        Collectors.toUnmodifiableMap(
                                pair -> pair.codePointAt(0), pair -> pair.codePointAt(1)));
    }

    private static Map<Integer, String> table(String text) {
        String[] cells = text.trim().split("\\s+", -1);
        var table = new HashMap<Integer, String>();
        for (int i = 0; i + 1 < cells.length; i += 2) {
            table.put(cells[i].codePointAt(0), cells[i + 1]);
        }
        return Map.copyOf(table);
    }
}

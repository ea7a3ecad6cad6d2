package org.homeward.beneficiary.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folds the many ways to write one Tajik name into comparable keys:
 *
 * <ul>
 *   <li><b>S</b> {@link #strict}: one plain Latin spelling, Ҷамшед = Джамшед = Jamshed;
 *   <li><b>T</b> {@link #stems}: S with and without a family-name ending, Раҳмон = Рахмонов;
 *   <li><b>L</b> {@link #loose}: a = o, e = i, glides and doubled letters gone, Исмоил = Исмаил.
 * </ul>
 *
 * All are deterministic, ignore case, never throw, and folding what is folded changes nothing.
 */
public final class NameFolding {

    /** At least this many letters must remain when an ending is taken off. */
    static final int SHORTEST_STEM = 3;

    /** How Latin papers write one sound in many ways; longest first. */
    private static final List<Map.Entry<String, String>> ONE_WAY =
            List.of(
                    Map.entry("q", "k"),
                    Map.entry("x", "h"),
                    Map.entry("w", "v"),
                    Map.entry("shch", "sh"),
                    Map.entry("dzh", "j"),
                    Map.entry("zh", "j"),
                    Map.entry("dj", "j"),
                    Map.entry("kh", "h"),
                    Map.entry("gh", "g"));

    /**
     * Endings of family names and patronymics, Soviet and of the 2016 and 2020 laws, as {@link
     * #strict} writes them.
     */
    private static final List<String> ENDINGS =
            List.of(
                    "ov", "ova", "ev", "eva", "yev", "yeva", "iev", "ieva", "iyev", "iyeva", "i",
                    "iy", "zod", "zoda", "zada", "zade", "on", "yon", "iyon", "yen", "iyen", "ien",
                    "far", "pur", "niyo", "niya", "er", "duht", "ovich", "ovna", "evich", "evna",
                    "yevich", "yevna", "ugli", "ogli", "kizi");

    private NameFolding() {}

    /** Key S of a name or name part; several words are written together; ё is yo, ъ is nothing. */
    public static String strict(String name) {
        return variant(Transliteration.marked(name), false, false);
    }

    /**
     * Key S in each spelling that Russian papers would give: ё as yo or e, ъ as nothing or g. One
     * to four values, {@link #strict} first.
     */
    public static Set<String> variants(String name) {
        String marked = Transliteration.marked(name);
        String plain = variant(marked, false, false);
        boolean one =
                !plain.contains("yo") && marked.indexOf('\'') < 0 && marked.indexOf('\u2019') < 0;
        if (one) {
            return Set.of(plain);
        }
        var variants = new LinkedHashSet<String>();
        variants.add(plain);
        variants.add(variant(marked, true, false));
        variants.add(variant(marked, false, true));
        variants.add(variant(marked, true, true));
        return variants;
    }

    /**
     * Key set T of a value of {@link #strict}: itself and it without each ending, taken off once.
     */
    public static Set<String> stems(String strict) {
        var stems = new LinkedHashSet<String>();
        stems.add(strict);
        for (String ending : ENDINGS) {
            int stem = strict.length() - ending.length();
            if (stem >= SHORTEST_STEM && strict.endsWith(ending)) {
                stems.add(strict.substring(0, stem));
            }
        }
        return stems;
    }

    /** Key L of a value of {@link #strict} or one of its {@link #stems}. */
    public static String loose(String strict) {
        String loose = strict;
        for (String before = ""; !before.equals(loose); ) {
            before = loose;
            loose = loosened(loose);
        }
        return loose;
    }

    private static String loosened(String name) {
        var loose = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean beforeVowel = i + 1 < name.length() && isVowel(name.charAt(i + 1));
            if (beforeVowel && (letter == 'y' || (i == 0 && (letter == 'i' || letter == 'e')))) {
                continue; // a glide: ya = a, and IA- of a Russian passport
            }
            char heard =
                    switch (letter) {
                        case 'o' -> 'a';
                        case 'e', 'y' -> 'i';
                        default -> letter;
                    };
            if (loose.isEmpty() || loose.charAt(loose.length() - 1) != heard) {
                loose.append(heard);
            }
        }
        return loose.toString();
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    private static String variant(String marked, boolean plainE, boolean hardG) {
        String sign = hardG ? "g" : "";
        String name = marked.replace("'", sign).replace("\u2019", sign);
        for (String before = ""; !before.equals(name); ) {
            before = name;
            for (var way : ONE_WAY) {
                name = name.replace(way.getKey(), way.getValue());
            }
        }
        return plainE ? name.replace("yo", "e") : name;
    }
}

package org.homeward.beneficiary.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.homeward.beneficiary.matching.NameFolding;
import org.homeward.beneficiary.matching.Spelling;

/** Keys of names and of words of a text, built so that one of each side is equal. */
final class Keys {

    private static final int SHORTEST_WORD = 3;

    private Keys() {}

    /** The loose keys of a repaired word of a text, none empty. */
    static Set<String> loose(String word) {
        var keys = new LinkedHashSet<String>();
        variants(word).forEach(strict -> keys.add(looser(strict)));
        if (word.indexOf('\'') >= 0) { // put inside to hide the name, not part of an o‘
            keys.add(looser(NameFolding.strict(word.replace("'", ""))));
        }
        keys.remove("");
        return keys;
    }

    /**
     * Looser than key L of matching, since a hit costs a look and a miss a person's safety: g = h
     * (Гусейн, Ибрагим), ch = j (Хадича, Хадиджа), u = o (ӯ of Uzbek papers), ay = ey (Зулайхо,
     * Зулейха). Found on names that the 30 pairs do not have; no source.
     */
    static String looser(String strict) {
        String loose = NameFolding.loose(strict);
        String heard =
                loose.replace("ch", "j").replace('g', 'h').replace('u', 'a').replace("ai", "i");
        return NameFolding.loose(heard);
    }

    /** A name part as one word and each of its words. */
    static List<String> writings(String part) {
        var writings = new ArrayList<String>();
        List<String> words = Spelling.words(part);
        writings.add(String.join("", words));
        if (words.size() > 1) {
            words.stream().filter(word -> word.length() >= SHORTEST_WORD).forEach(writings::add);
        }
        return writings;
    }

    /**
     * Strict keys, with one variant more than matching has: a Russian г for ъ (Негматова) left out
     * again, since other papers drop it (Nematzoda).
     */
    static Set<String> variants(String name) {
        var variants = new LinkedHashSet<>(NameFolding.variants(name));
        for (String variant : List.copyOf(variants)) {
            variants.add(withoutHardG(variant));
        }
        return variants;
    }

    private static String withoutHardG(String name) {
        var without = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean hard =
                    name.charAt(i) == 'g'
                            && i > 0
                            && i + 1 < name.length()
                            && isVowel(name.charAt(i - 1))
                            && !isVowel(name.charAt(i + 1));
            without.append(hard ? "" : name.charAt(i));
        }
        return without.toString();
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }
}

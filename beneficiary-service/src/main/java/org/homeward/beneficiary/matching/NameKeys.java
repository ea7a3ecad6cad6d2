package org.homeward.beneficiary.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys of one part of a name (family or given name), over its spelling variants: S, T (contains
 * S) and L (of all T). Equal keys make two people candidates for each other, never the same.
 *
 * <p>A part of several words (Абду-Раҳим, Гули Сурх) has the keys of all words together and of each
 * word of three or more letters. Titles, which the law of 2016 bars from names but old papers have,
 * fall away unless nothing else is there.
 */
record NameKeys(Set<String> strict, Set<String> stemmed, Set<String> loose) {

    private static final Set<String> TITLES =
            Set.of(
                    "mullo", "mulla", "halifa", "tura", "hoja", "huja", "shayh", "sheyh", "ohun",
                    "amir", "sufi", "sufiy");

    /** Writings of one part that are looked at; a seventh word would be an address, not a name. */
    private static final int MOST_WRITINGS = 6;

    static NameKeys of(String part) {
        var strict = new LinkedHashSet<String>();
        for (String writing : writings(part)) {
            strict.addAll(NameFolding.variants(writing));
        }
        strict.remove("");
        var stemmed = new LinkedHashSet<>(strict);
        strict.forEach(key -> stemmed.addAll(NameFolding.stems(key)));
        var loose =
                stemmed.stream()
                        .map(NameFolding::loose)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return new NameKeys(strict, stemmed, loose);
    }

    /** How many names of one word are found by a part; one where it is empty. */
    static int namesIn(String part) {
        long words = names(Spelling.words(part)).stream().filter(NameKeys::isLookedUp).count();
        return Math.clamp(words, 1, MOST_WRITINGS);
    }

    private static List<String> writings(String part) {
        List<String> words = Spelling.words(part);
        List<String> names = names(words);
        var writings = new ArrayList<String>();
        writings.add(String.join("", names));
        if (names.size() > 1) {
            names.stream().filter(NameKeys::isLookedUp).forEach(writings::add);
        }
        if (names.size() < words.size()) {
            writings.add(String.join("", words));
        }
        return writings.stream().distinct().limit(MOST_WRITINGS).toList();
    }

    private static List<String> names(List<String> words) {
        return words.stream().filter(word -> !TITLES.contains(NameFolding.strict(word))).toList();
    }

    private static boolean isLookedUp(String word) {
        return word.length() >= NameFolding.SHORTEST_STEM;
    }

    boolean isEmpty() {
        return strict.isEmpty();
    }

    @Override
    public String toString() {
        return "***";
    }
}

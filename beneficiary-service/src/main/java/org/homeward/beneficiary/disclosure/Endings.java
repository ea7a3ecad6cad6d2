package org.homeward.beneficiary.disclosure;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.beneficiary.matching.NameFolding;

/**
 * What may follow a name inside one word: Russian cases, Tajik suffixes (izofat, plural, personal
 * endings, -ро), affectionate endings, English 's, family-name endings; in Cyrillic as listed and
 * in Latin as transliterated. Standard grammar of the three languages, no other source.
 */
final class Endings {

    /** How a word was cut. */
    enum Ending {
        NONE,
        ORDINARY,
        /** Made into a family name or patronymic. */
        FAMILY
    }

    /** The beginning of a word that may be a name, and what was cut off behind it. */
    record Cut(String stem, Ending ending) {}

    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST = 7;

    /** Tajik object, conjunction and copula endings and Uzbek cases, always last. */
    private static final Set<String> LAST =
            both("ро у ю ву аст ст анд нд ку чӣ эй нинг ни га да дан", "'s s 're 'd");

    /** Russian cases; Tajik izofat, indefinite and personal endings. */
    private static final Set<String> CASES =
            both(
                    """
                    а у ю ы е и ӣ я ом ем ём ой ою ей ею ью ам ами ах ям ями ях йи
                    ат аш амон атон ашон ямон ятон яшон ят яш
                    """,
                    "");

    private static final Set<String> PLURALS = both("ҳо он гон ён вон лар", "kho");

    private static final Set<String> AFFECTION =
            both("ҷон хон бек бой шоҳ бону ой ака апа ак ча хоҷа мулло ин ина ино ины", "");

    private static final Set<String> FAMILY =
            both(
                    Stream.of(
                                    endings("ов ев иев", " а у ым е ой ою о ы ых ыми"),
                                    endings("ович евич иевич", " а у ем е и ей ам ами ах"),
                                    endings("овн евн иевн", "а ы е у ой ою"),
                                    Stream.of("зода зод заде иён ён иен ниё духт пур фар угли"))
                            .flatMap(endings -> endings)
                            .collect(Collectors.joining(" ")),
                    "");

    private static final List<Set<String>> OUTER = List.of(LAST, CASES, PLURALS, AFFECTION);

    private Endings() {}

    /** Every way to cut a repaired word, itself first; stems have at least three letters. */
    static Collection<Cut> cuts(String word) {
        var stems = new LinkedHashSet<>(List.of(word));
        for (Set<String> endings : OUTER) {
            cut(stems, endings);
        }
        var cuts = new LinkedHashSet<Cut>();
        for (String stem : stems) {
            boolean whole = stem.length() == word.length();
            cuts.add(new Cut(stem, whole ? Ending.NONE : Ending.ORDINARY));
        }
        var families = new LinkedHashSet<String>();
        stems.forEach(stem -> addCuts(stem, FAMILY, families));
        families.forEach(stem -> cuts.add(new Cut(stem, Ending.FAMILY)));
        return cuts;
    }

    private static void cut(Set<String> stems, Set<String> endings) {
        var shorter = new LinkedHashSet<String>();
        stems.forEach(stem -> addCuts(stem, endings, shorter));
        stems.addAll(shorter);
    }

    private static void addCuts(String word, Set<String> endings, Set<String> stems) {
        int shortest = Math.max(SHORTEST_STEM, word.length() - LONGEST);
        for (int i = word.length() - 1; i >= shortest; i--) {
            if (endings.contains(word.substring(i))) {
                stems.add(word.substring(0, i));
            }
        }
    }

    private static Stream<String> endings(String bases, String tails) {
        return words(bases)
                .flatMap(base -> Arrays.stream(tails.split(" ", -1)).map(tail -> base + tail));
    }

    private static Set<String> both(String cyrillic, String latin) {
        return Stream.concat(
                        words(cyrillic)
                                .flatMap(ending -> Stream.concat(Stream.of(ending), latin(ending))),
                        words(latin))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The usual Latin writings of an ending: oy and oi, yu and iu, y and i for ы. */
    private static Stream<String> latin(String ending) {
        String plain = NameFolding.strict(ending);
        return Stream.of(
                plain,
                plain.replace('y', 'i'),
                NameFolding.strict(ending.replace('ы', 'й')),
                plain.replace("j", "dj"),
                plain.replace("j", "dzh"),
                plain.replace("h", "kh"));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.trim().split("\\s+", -1)).filter(word -> !word.isEmpty());
    }
}

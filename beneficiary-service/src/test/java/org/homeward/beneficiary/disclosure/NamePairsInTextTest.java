package org.homeward.beneficiary.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.homeward.beneficiary.matching.NamePairs;
import org.homeward.beneficiary.matching.PersonName;
import org.junit.jupiter.api.Test;

/** Counts misses and false hits over the 30 name pairs, and prints the counts. */
class NamePairsInTextTest {

    private static final String[] LANGUAGES = {"Tajik", "Russian", "Latin"};

    /** Ordinary words (умед, назар, ҷӯра) and given names that are the stem of a family name. */
    private static final Map<String, Integer> MEASURED =
            Map.of("Tajik", 24, "Russian", 12, "English", 12);

    @Test
    void no_inflected_name_is_missed_in_whatever_script_it_was_registered() {
        var misses = new ArrayList<String>();
        int planted = 0;
        for (NamePairs.Pair pair : NamePairs.ALL) {
            for (int known = 0; known < LANGUAGES.length; known++) {
                DisclosureFinder finder = finder(pair.writings().get(known));
                for (int written = 0; written < LANGUAGES.length; written++) {
                    for (String form : forms(pair.writings().get(written), written)) {
                        planted++;
                        if (!found(finder, form)) {
                            misses.add(
                                    "%d %s in %s: %s"
                                            .formatted(
                                                    pair.number(),
                                                    LANGUAGES[known],
                                                    LANGUAGES[written],
                                                    form));
                        }
                    }
                }
            }
        }
        System.out.printf("inflected names: %d planted, %d missed%n", planted, misses.size());
        assertThat(misses).isEmpty();
    }

    @Test
    void no_split_name_is_missed() {
        var splits = new TreeMap<String, UnaryOperator<String>>();
        splits.put("spaced", name -> String.join(" ", name.split("", -1)).strip());
        splits.put("dotted", name -> String.join(".", name.split("", -1)).strip());
        splits.put("hyphen", name -> half(name, "-"));
        splits.put("line end", name -> half(name, "-\n"));
        splits.put("space", name -> half(name, " "));
        splits.put("dot", name -> half(name, "."));
        splits.put("zero width", name -> half(name, "\u200B"));
        splits.put("soft hyphens", name -> String.join("\u00AD", name.split("", -1)));
        splits.put("right to left", name -> "\u202E" + half(name, "\u200F"));
        splits.put("stressed", name -> half(name, "\u0301"));
        splits.put("capitals", name -> name.toUpperCase(Locale.ROOT));
        var all = new TreeMap<String, Integer>();
        splits.forEach(
                (split, by) -> {
                    int missed = 0;
                    for (NamePairs.Pair pair : NamePairs.ALL) {
                        for (PersonName name : pair.writings()) {
                            DisclosureFinder finder = finder(pair.tajik());
                            for (String part : List.of(name.given(), name.family())) {
                                if (!found(finder, by.apply(part))) {
                                    missed++;
                                    System.out.println(split + " " + by.apply(part));
                                }
                            }
                        }
                    }
                    System.out.printf("split by %s: 180 planted, %d missed%n", split, missed);
                    all.merge(split, missed, Integer::sum);
                });
        assertThat(all.values()).containsOnly(0);
    }

    @Test
    void false_hits_in_other_peoples_stories_are_few_and_counted() {
        BenignTexts.ALL.forEach(
                (language, sentences) -> {
                    int hits = 0;
                    var words = new TreeSet<String>();
                    for (NamePairs.Pair pair : NamePairs.ALL) {
                        for (PersonName name : pair.writings()) {
                            DisclosureFinder finder = finder(name);
                            for (String sentence : sentences) {
                                for (Hit hit : finder.find(sentence)) {
                                    hits++;
                                    words.add(
                                            sentence.substring(hit.start(), hit.end())
                                                    + " ("
                                                    + pair.number()
                                                    + ")");
                                }
                            }
                        }
                    }
                    int tests = NamePairs.ALL.size() * 3 * sentences.size();
                    System.out.printf(
                            "%s: %d false hits in %d tests of a sentence (%.2f %%): %s%n",
                            language, hits, tests, 100.0 * hits / tests, words);
                    assertThat(hits).isLessThanOrEqualTo(MEASURED.getOrDefault(language, 0));
                });
    }

    private static String half(String name, String split) {
        int middle = name.length() / 2;
        return name.substring(0, middle) + split + name.substring(middle);
    }

    private static List<String> forms(PersonName name, int language) {
        var forms = new ArrayList<String>();
        for (String part : List.of(name.given(), name.family())) {
            forms.addAll(
                    switch (language) {
                        case 0 -> Inflected.tajik(part);
                        case 1 -> Inflected.russian(part);
                        default -> Inflected.english(part);
                    });
        }
        return forms;
    }

    private static boolean found(DisclosureFinder finder, String form) {
        String text = "Дар деҳа, in town: " + form + ", работает хуб.";
        int start = text.indexOf(form);
        return finder.find(text).stream()
                .anyMatch(hit -> hit.start() < start + form.length() && hit.end() > start);
    }

    private static DisclosureFinder finder(PersonName name) {
        return new DisclosureFinder(
                new IdentifyingData(name, List.of(), Set.of(), Set.of(), null, null, null));
    }
}

package org.homeward.beneficiary.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.homeward.beneficiary.matching.NamePairs.Pair;
import org.junit.jupiter.api.Test;

/** Counts which of the 30 pairs each key brings together, and prints the counts. */
class KeyRecallTest {

    private static final Map<String, Function<PersonName, Set<String>>> KEYS =
            new TreeMap<>(
                    Map.of(
                            "1 S, one spelling", name -> strict(name),
                            "2 T, one spelling", KeyRecallTest::stemmed,
                            "3 L, one spelling", KeyRecallTest::loose,
                            "4 S with variants", name -> of(name, Attribute.Kind.NAMES, true),
                            "5 T with variants", name -> of(name, Attribute.Kind.NAMES, false),
                            "6 L with variants",
                                    name -> of(name, Attribute.Kind.NAMES_LOOSELY, false)));

    @Test
    void every_pair_is_found_by_its_keys_in_both_other_scripts() {
        System.out.printf(
                "%-20s %14s %13s %14s%n", "key", "Tajik–Russian", "Tajik–Latin", "Russian–Latin");
        KEYS.forEach(
                (key, keys) ->
                        System.out.printf(
                                "%-20s %14d %13d %14d%n",
                                key.substring(2),
                                found(keys, Pair::tajik, Pair::russian),
                                found(keys, Pair::tajik, Pair::latin),
                                found(keys, Pair::russian, Pair::latin)));

        Function<PersonName, Set<String>> all = name -> tokens(name);

        System.out.printf(
                "%-20s %14d %13d %14d  of 30%n",
                "all together",
                found(all, Pair::tajik, Pair::russian),
                found(all, Pair::tajik, Pair::latin),
                found(all, Pair::russian, Pair::latin));
        assertThat(found(all, Pair::tajik, Pair::russian)).isEqualTo(30);
        assertThat(found(all, Pair::tajik, Pair::latin)).isEqualTo(30);
        assertThat(found(all, Pair::russian, Pair::latin)).isGreaterThanOrEqualTo(29);
    }

    @Test
    void the_first_key_of_each_pair_is_the_one_that_the_trial_found() {
        var first = new TreeMap<String, Integer>();
        for (Pair pair : NamePairs.ALL) {
            String key = firstKey(pair);
            first.merge(key, 1, Integer::sum);
            assertThat(key).as("pair %d", pair.number()).isEqualTo(pair.key());
        }
        System.out.println("first key of Tajik–Russian, one spelling each: " + first);
        assertThat(first).isEqualTo(Map.of("S", 14, "T", 7, "L", 7, "J", 2));
    }

    @Test
    void a_swap_of_the_two_name_fields_is_found() {
        for (Pair pair : NamePairs.ALL) {
            assertThat(tokens(pair.tajik()))
                    .as("pair %d", pair.number())
                    .containsAnyElementsOf(tokens(pair.russian().swapped()));
        }
    }

    private static String firstKey(Pair pair) {
        if (meets(pair, name -> strict(name))) {
            return "S";
        }
        if (meets(pair, KeyRecallTest::stemmed)) {
            return "T";
        }
        return meets(pair, KeyRecallTest::loose) ? "L" : "J";
    }

    private static boolean meets(Pair pair, Function<PersonName, Set<String>> keys) {
        return !Collections.disjoint(keys.apply(pair.tajik()), keys.apply(pair.russian()));
    }

    private static long found(
            Function<PersonName, Set<String>> keys,
            Function<Pair, PersonName> one,
            Function<Pair, PersonName> other) {
        return NamePairs.ALL.stream()
                .filter(
                        pair ->
                                !Collections.disjoint(
                                        keys.apply(one.apply(pair)), keys.apply(other.apply(pair))))
                .count();
    }

    private static Set<String> strict(PersonName name) {
        var keys = new HashSet<String>();
        keys.add(NameFolding.strict(name.family()) + "|" + NameFolding.strict(name.given()));
        return keys;
    }

    private static Set<String> stemmed(PersonName name) {
        var keys = new HashSet<String>();
        for (String stem : NameFolding.stems(NameFolding.strict(name.family()))) {
            keys.add(stem + "|" + NameFolding.strict(name.given()));
        }
        return keys;
    }

    private static Set<String> loose(PersonName name) {
        var keys = new HashSet<String>();
        stemmed(name)
                .forEach(
                        key -> {
                            int bar = key.indexOf('|');
                            keys.add(
                                    NameFolding.loose(key.substring(0, bar))
                                            + "|"
                                            + NameFolding.loose(key.substring(bar + 1)));
                        });
        return keys;
    }

    private static Set<String> of(PersonName name, Attribute.Kind kind, boolean wholeOnly) {
        var keys = new HashSet<String>();
        for (Attribute attribute : BlindTokens.of(People.named(name))) {
            if (attribute.kind() == kind) {
                keys.add(attribute.value());
            }
        }
        if (wholeOnly) {
            var whole = new HashSet<String>();
            for (String family : NameFolding.variants(name.family())) {
                for (String given : NameFolding.variants(name.given())) {
                    whole.add(
                            family.compareTo(given) <= 0
                                    ? family + "|" + given
                                    : given + "|" + family);
                }
            }
            keys.retainAll(whole);
        }
        return keys;
    }

    private static Set<String> tokens(PersonName name) {
        var tokens = new HashSet<String>();
        BlindTokens.of(People.named(name))
                .forEach(attribute -> tokens.add(attribute.kind() + attribute.value()));
        return tokens;
    }
}

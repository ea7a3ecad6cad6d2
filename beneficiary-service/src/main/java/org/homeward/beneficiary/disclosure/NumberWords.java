package org.homeward.beneficiary.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.beneficiary.matching.NameFolding;

/** Numbers written as words in Tajik, Russian and English, in any script. */
final class NumberWords {

    /** A number word: its value, and whether it multiplies what stands before (hundred, сад). */
    record Spelled(int value, boolean hundred) {

        /** 3 for hundreds, 2 for tens, 1 for what ends a number. */
        int rank() {
            return value >= 100 ? 3 : value >= 20 ? 2 : 1;
        }
    }

    private static final Map<String, Integer> VALUES = values();

    private static final Set<String> HUNDREDS = Set.of(key("сад"), key("hundred"), key("сот"));

    /** Words that people say between the figures of a number. */
    private static final Set<String> JOINERS =
            Set.of(
                    key("ва"),
                    key("и"),
                    key("у"),
                    key("and"),
                    key("плюс"),
                    key("plus"),
                    key("тире"),
                    key("dash"),
                    key("ҷамъ"),
                    key("баъд"),
                    key("потом"),
                    key("then"));

    private NumberWords() {}

    static boolean isJoiner(String word) {
        return JOINERS.contains(key(word));
    }

    static Optional<Spelled> read(String word) {
        String key = key(word);
        Integer value = VALUES.get(key);
        if (value == null && (word.endsWith("у") || word.endsWith("ю") || word.endsWith("u"))) {
            key = key(word.substring(0, word.length() - 1)); // нуҳсаду, бисту: "and" in Tajik
            value = VALUES.get(key);
        }
        return value == null
                ? Optional.empty()
                : Optional.of(new Spelled(value, HUNDREDS.contains(key)));
    }

    private static String key(String word) {
        return NameFolding.strict(word);
    }

    private static Map<String, Integer> values() {
        var values = new HashMap<String, Integer>();
        row(
                values,
                0,
                1,
                "сифр/нол/ноль/нуль/zero/oh як/один/одна/one ду/два/две/two се/три/three");
        row(values, 4, 1, "чор/чаҳор/четыре/four панҷ/пять/five шаш/шесть/six");
        row(values, 7, 1, "ҳафт/семь/seven ҳашт/восемь/eight нуҳ/нӯҳ/девять/nine");
        row(values, 10, 1, "даҳ/десять/ten ёздаҳ/одиннадцать/eleven дувоздаҳ/двенадцать/twelve");
        row(values, 13, 1, "сездаҳ/тринадцать/thirteen чордаҳ/чаҳордаҳ/четырнадцать/fourteen");
        row(values, 15, 1, "понздаҳ/пятнадцать/fifteen шонздаҳ/шестнадцать/sixteen");
        row(
                values,
                17,
                1,
                "ҳабдаҳ/ҳафдаҳ/семнадцать/seventeen ҳаждаҳ/ҳаҷдаҳ/восемнадцать/eighteen");
        row(values, 19, 1, "нуздаҳ/девятнадцать/nineteen");
        row(values, 20, 10, "бист/двадцать/twenty сӣ/тридцать/thirty чил/чиҳил/сорок/forty");
        row(values, 50, 10, "панҷоҳ/пятьдесят/fifty шаст/шестьдесят/sixty");
        row(values, 70, 10, "ҳафтод/семьдесят/seventy ҳаштод/восемьдесят/eighty");
        row(values, 90, 10, "навад/девяносто/ninety сад/яксад/сто/hundred/сот");
        row(values, 200, 100, "дусад/дувист/двести сесад/триста чорсад/чаҳорсад/четыреста");
        row(values, 500, 100, "панҷсад/пятьсот шашсад/шестьсот ҳафтсад/семьсот");
        row(values, 800, 100, "ҳаштсад/восемьсот нуҳсад/нӯҳсад/девятьсот");
        return Map.copyOf(values);
    }

    /** Spaces separate values that follow each other, slashes the words of one value. */
    private static void row(Map<String, Integer> values, int first, int step, String words) {
        int value = first;
        for (String same : Arrays.asList(words.split(" ", -1))) {
            for (String word : Arrays.asList(same.split("/", -1))) {
                values.put(key(word), value);
            }
            value += step;
        }
    }
}

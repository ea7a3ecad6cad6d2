package org.homeward.beneficiary.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * The forms in which a name stands in a story, made by the rules of a school grammar and not from
 * the endings of the product, so that what those lack shows as a miss.
 */
final class Inflected {

    private static final String VOWELS = "аеёиоуӯӣыэюяaeiou";

    private Inflected() {}

    static List<String> tajik(String name) {
        var forms = new ArrayList<>(List.of(name, name + "ро", name + "ҳо", name + "ҳоро"));
        boolean vowel = VOWELS.indexOf(name.charAt(name.length() - 1)) >= 0;
        String glide = vowel ? "я" : "а";
        for (String rest : List.of("м", "т", "ш", "мон", "тон", "шон", "шро")) {
            forms.add(name + glide + rest);
        }
        forms.add(name + "и");
        forms.add(name + (vowel ? "ву" : "у"));
        forms.add(name + "ҷон");
        forms.add(name + "ҷонро");
        if (!vowel) {
            forms.add(name + "аст");
            forms.add(name + "он");
        }
        return forms;
    }

    static List<String> russian(String name) {
        String stem = name.substring(0, name.length() - 1);
        if (name.endsWith("ова") || name.endsWith("ева")) {
            return with(stem, "а", "ой", "у", "ою", "ы", "ых", "ым", "ыми");
        }
        if (name.endsWith("ов") || name.endsWith("ев")) {
            return with(name, "", "а", "у", "ым", "е", "ы", "ых", "ыми");
        }
        if (name.endsWith("а")) {
            return with(stem, "а", "ы", "е", "у", "ой", "ою");
        }
        if (name.endsWith("ь")) {
            return with(stem, "ь", "и", "ью");
        }
        if (name.endsWith("й")) {
            return with(stem, "й", "я", "ю", "ем", "е");
        }
        if (VOWELS.indexOf(name.charAt(name.length() - 1)) >= 0) {
            return List.of(name);
        }
        return with(name, "", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах");
    }

    static List<String> english(String name) {
        return with(name, "", "'s", "’s", "s", "s'", "ro", "ho", "jon");
    }

    private static List<String> with(String stem, String... endings) {
        var forms = new ArrayList<String>();
        for (String ending : endings) {
            forms.add(stem + ending);
        }
        return forms;
    }
}

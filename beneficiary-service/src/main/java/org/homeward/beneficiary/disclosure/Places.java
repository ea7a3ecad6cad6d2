package org.homeward.beneficiary.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.beneficiary.disclosure.Hit.Kind;
import org.homeward.beneficiary.matching.Spelling;

/**
 * The parts of the address of one person, each a run of telling words. Addresses are free text:
 * whatever is no telling word (a generic one, a short one, a number, a comma) parts them, so that
 * village and street are found each by itself.
 */
final class Places {

    private static final int SHORTEST = 4;

    /** Words of addresses that name no place. */
    private static final Set<String> GENERIC =
            keys(
                    Stream.of(
                            """
                            кӯча куча хона ҳавлӣ деҳа ҷамоат ноҳия шаҳр шаҳрак вилоят маҳалла гузар бино
                            ошёна хиёбон улица дом квартира село кишлак район город область джамоат
                            переулок проспект микрорайон посёлок махалля этаж street house flat apartment
                            village district jamoat city town region avenue block kucha deha mahalla
                            nohiya rural municipality
                            """));

    /** One part of an address: for each word, the keys it may have. */
    private record Part(List<Set<String>> words) {}

    private final List<Part> parts;

    private Places(List<Part> parts) {
        this.parts = parts;
    }

    static Places of(IdentifyingData person) {
        var parts = new ArrayList<Part>();
        String address = person.address() == null ? "" : person.address();
        for (String piece : address.split("[^\\p{L}\\p{M}\\p{Cf}\\s'’‘ʼ`-]", -1)) {
            add(piece, parts);
        }
        return new Places(List.copyOf(parts));
    }

    private static void add(String piece, List<Part> parts) {
        var run = new ArrayList<Set<String>>();
        for (String word : Spelling.words(piece)) {
            if (isTelling(word)) {
                run.add(keys(word));
            } else {
                finish(run, parts);
            }
        }
        finish(run, parts);
    }

    private static boolean isTelling(String word) {
        return word.length() >= SHORTEST && Collections.disjoint(keys(word), GENERIC);
    }

    private static void finish(List<Set<String>> run, List<Part> parts) {
        if (!run.isEmpty()) {
            parts.add(new Part(List.copyOf(run)));
            run.clear();
        }
    }

    List<Hit> find(List<Word> words) {
        var hits = new ArrayList<Hit>();
        if (parts.isEmpty()) {
            return hits;
        }
        var known = new HashMap<String, Set<String>>();
        List<Set<String>> keys =
                words.stream()
                        .map(word -> known.computeIfAbsent(word.letters(), Places::keys))
                        .toList();
        for (Part part : parts) {
            int length = part.words().size();
            for (int i = 0; i + length <= keys.size(); i++) {
                if (fits(part, keys.subList(i, i + length))) {
                    int end = words.get(i + length - 1).end();
                    hits.add(new Hit(Kind.ADDRESS, words.get(i).start(), end));
                }
            }
        }
        return hits;
    }

    private static boolean fits(Part part, List<Set<String>> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (Collections.disjoint(part.words().get(i), keys.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> keys(Stream<String> texts) {
        return texts.flatMap(text -> Spelling.words(text).stream())
                .map(Keys::loose)
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A word and what is left of it without endings: кӯчаи Исмоили Сомонӣ, улица Исмоила Сомони.
     */
    private static Set<String> keys(String word) {
        var keys = new HashSet<>(Keys.loose(word));
        for (Endings.Cut cut : Endings.cuts(word)) {
            if (cut.stem().length() >= SHORTEST && cut.ending() != Endings.Ending.FAMILY) {
                keys.addAll(Keys.loose(cut.stem()));
            }
        }
        return keys;
    }
}

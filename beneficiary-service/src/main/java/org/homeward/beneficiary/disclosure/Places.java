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
import org.jspecify.annotations.Nullable;

/** The village and the parts of the address of one person, each a run of telling words. */
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
    private record Part(Kind kind, List<Set<String>> words) {}

    private final List<Part> parts;

    private Places(List<Part> parts) {
        this.parts = parts;
    }

    static Places of(IdentifyingData person) {
        var harmless = new HashSet<>(GENERIC);
        harmless.addAll(keys(person.mayBeNamed().stream()));
        var parts = new ArrayList<Part>();
        add(person.place(), Kind.PLACE, harmless, parts);
        add(person.address(), Kind.ADDRESS, harmless, parts);
        return new Places(List.copyOf(parts));
    }

    private static void add(
            @Nullable String line, Kind kind, Set<String> harmless, List<Part> parts) {
        for (String part : line == null ? new String[0] : line.split("[,;\n]", -1)) {
            List<Set<String>> words =
                    Spelling.words(part).stream()
                            .filter(word -> word.length() >= SHORTEST)
                            .filter(word -> Collections.disjoint(Keys.loose(word), harmless))
                            .map(Places::keys)
                            .filter(keys -> Collections.disjoint(keys, GENERIC))
                            .toList();
            if (!words.isEmpty()) {
                parts.add(new Part(kind, words));
            }
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
                    hits.add(new Hit(part.kind(), words.get(i).start(), end));
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

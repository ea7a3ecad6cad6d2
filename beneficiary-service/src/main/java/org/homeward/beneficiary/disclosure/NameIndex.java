package org.homeward.beneficiary.disclosure;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.beneficiary.disclosure.Endings.Cut;
import org.homeward.beneficiary.disclosure.Endings.Ending;
import org.homeward.beneficiary.disclosure.Hit.Kind;
import org.homeward.beneficiary.matching.NameFolding;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.beneficiary.matching.Spelling;
import org.jspecify.annotations.Nullable;

/** The names of one person as loose keys, to look up beginnings of words. */
final class NameIndex {

    /** A word that is a name: of which kind, and how many letters the name itself takes. */
    record Match(Kind kind, int letters) {}

    private static final int SHORTEST = 3;

    /** A shorter stem of a family name is too often another word: it needs its ending. */
    private static final int SHORTEST_BARE_STEM = 4;

    /** Room for the longest ending behind the longest name. */
    private static final int ENDING_ROOM = 9;

    private final Map<Ending, Map<String, Kind>> keys = new EnumMap<>(Ending.class);
    private final Set<Character> initials = new HashSet<>();
    private int longest;

    private NameIndex() {
        for (Ending ending : Ending.values()) {
            keys.put(ending, new HashMap<>());
        }
    }

    static NameIndex of(IdentifyingData person) {
        var index = new NameIndex();
        index.add(person.name(), Kind.GIVEN_NAME, Kind.FAMILY_NAME, Kind.PATRONYMIC);
        for (PersonName former : person.formerNames()) {
            index.add(former, Kind.FORMER_NAME, Kind.FORMER_NAME, Kind.FORMER_NAME);
        }
        return index;
    }

    /** No name with its endings has more letters. */
    int longest() {
        return longest;
    }

    /** The name that a repaired word is or begins with; of several the longest. */
    Optional<Match> match(String word) {
        if (word.length() < SHORTEST || !mayBegin(word)) {
            return Optional.empty();
        }
        Match best = null;
        for (Cut cut : Endings.cuts(word)) {
            Kind kind = kind(cut);
            if (kind != null && (best == null || best.letters() < cut.stem().length())) {
                best = new Match(kind, cut.stem().length());
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether any name begins like this; from four letters on, more letters change nothing. */
    boolean mayBegin(String word) {
        return Keys.loose(word).stream().anyMatch(key -> initials.contains(key.charAt(0)));
    }

    private @Nullable Kind kind(Cut cut) {
        Map<String, Kind> known = keys.getOrDefault(cut.ending(), Map.of());
        return Keys.loose(cut.stem()).stream()
                .map(known::get)
                .filter(kind -> kind != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void add(PersonName name, Kind given, Kind family, Kind patronymic) {
        List<String> givens = Keys.writings(name.given());
        List<String> families = Keys.writings(name.family());
        givens.forEach(writing -> addWhole(writing, given));
        families.forEach(writing -> addFamily(writing, family));
        if (name.patronymic() != null) {
            Keys.writings(name.patronymic()).forEach(writing -> addFamily(writing, patronymic));
        }
        String both = Spelling.word(name.given());
        String swapped = Spelling.word(name.family());
        addWhole(both + swapped, given);
        addWhole(swapped + both, family);
    }

    /** A name by itself and with any ending; its last vowel or й gives way to a Russian case. */
    private void addWhole(String writing, Kind kind) {
        for (String strict : Keys.variants(writing)) {
            put(Ending.NONE, strict, kind);
            put(Ending.ORDINARY, strict, kind);
            put(Ending.FAMILY, strict, kind);
            if (strict.endsWith("a") || strict.endsWith("o") || strict.endsWith("y")) {
                put(Ending.ORDINARY, strict.substring(0, strict.length() - 1), kind);
            }
        }
        longest = Math.max(longest, writing.length() + ENDING_ROOM);
    }

    /** A family name also with its ending changed for any other or left off. */
    private void addFamily(String writing, Kind kind) {
        addWhole(writing, kind);
        for (String strict : Keys.variants(writing)) {
            for (String stem : NameFolding.stems(strict)) {
                put(Ending.FAMILY, stem, kind);
                boolean partOfRoot = strict.equals(stem + "on") || strict.equals(stem + "er");
                if (stem.length() >= SHORTEST_BARE_STEM && !partOfRoot) {
                    put(Ending.NONE, stem, kind);
                    put(Ending.ORDINARY, stem, kind);
                }
            }
        }
    }

    private void put(Ending ending, String strict, Kind kind) {
        String key = Keys.looser(strict);
        if (strict.length() >= SHORTEST && !key.isEmpty()) {
            keys.getOrDefault(ending, new HashMap<>()).putIfAbsent(key, kind);
            initials.add(key.charAt(0));
        }
    }
}

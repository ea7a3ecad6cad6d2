package org.homeward.beneficiary.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds in a text, of any language and script of the programme, what identifies one person: names
 * and former names inflected, transliterated or split, telephones, document and case numbers spaced
 * or spelled out, e-mail address, village and street. Rather finds too much: a given name that is
 * also an ordinary word is a hit.
 *
 * <p>Work grows with the length of the text, not with the number of identifiers: every word is cut
 * from a fixed list of endings and looked up; there is no pattern that could backtrack. Immutable.
 */
public final class DisclosureFinder {

    private final NameIndex names;
    private final Places places;
    private final Numbers numbers;

    public DisclosureFinder(IdentifyingData person) {
        this.names = NameIndex.of(person);
        this.places = Places.of(person);
        this.numbers = Numbers.of(person);
    }

    /** All hits, by their place in the text; hits of one kind do not overlap. */
    public List<Hit> find(String text) {
        List<Word> words = Word.allIn(text);
        var hits = new ArrayList<Hit>();
        hits.addAll(WholeAndSplitNames.find(words, text, names));
        hits.addAll(places.find(words));
        hits.addAll(numbers.find(text, words));
        return merged(hits);
    }

    private static List<Hit> merged(List<Hit> hits) {
        hits.sort(
                Comparator.comparing(Hit::kind)
                        .thenComparingInt(Hit::start)
                        .thenComparingInt(Hit::end));
        var merged = new ArrayList<Hit>();
        for (Hit hit : hits) {
            if (merged.isEmpty() || !merged.getLast().overlaps(hit)) {
                merged.add(hit);
            } else {
                Hit last = merged.removeLast();
                merged.add(new Hit(last.kind(), last.start(), Math.max(last.end(), hit.end())));
            }
        }
        merged.sort(Comparator.comparingInt(Hit::start).thenComparing(Hit::kind));
        return List.copyOf(merged);
    }
}

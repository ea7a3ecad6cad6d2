package org.homeward.beneficiary.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Names that are a word of the text, or that several neighbouring pieces make together: letters
 * spaced out, a hyphen at the end of a line, dots between syllables.
 */
final class WholeAndSplitNames {

    /**
     * Pieces of two or more letters that are put together at most; single letters are not counted.
     */
    private static final int MOST_PIECES = 4;

    /** A shorter name put together from ordinary words is chance. */
    private static final int SHORTEST = 4;

    private static final int SHORTEST_WITH_ENDING = 6;

    private WholeAndSplitNames() {}

    static List<Hit> find(List<Word> words, String text, NameIndex names) {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            var whole = names.match(word.letters());
            whole.ifPresent(match -> hits.add(new Hit(match.kind(), word.start(), word.end())));
            if (whole.isEmpty()) {
                split(i, words, text, names, hits);
            }
        }
        return hits;
    }

    private static boolean isLong(NameIndex.Match match, int letters) {
        return letters >= (match.letters() == letters ? SHORTEST : SHORTEST_WITH_ENDING);
    }

    private static void split(
            int first, List<Word> words, String text, NameIndex names, List<Hit> hits) {
        Word start = words.get(first);
        var letters = new StringBuilder(start.letters());
        int pieces = start.letters().length() > 1 ? 1 : 0;
        for (int next = first + 1; next < words.size(); next++) {
            Word piece = words.get(next);
            int before = letters.length();
            pieces += piece.letters().length() > 1 ? 1 : 0;
            letters.append(words.get(next - 1).apostropheBefore(piece, text))
                    .append(piece.letters());
            if (pieces > MOST_PIECES
                    || letters.length() > names.longest()
                    || !words.get(next - 1).touches(piece, text)
                    || (before < SHORTEST
                            && letters.length() >= SHORTEST
                            && !names.mayBegin(letters.toString()))) {
                return;
            }
            boolean letterByLetter = pieces == 0;
            names.match(letters.toString())
                    .filter(match -> match.letters() > before)
                    .filter(match -> letterByLetter || isLong(match, letters.length()))
                    .ifPresent(
                            match -> hits.add(new Hit(match.kind(), start.start(), piece.end())));
        }
    }
}

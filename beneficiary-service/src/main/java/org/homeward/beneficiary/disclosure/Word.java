package org.homeward.beneficiary.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.homeward.beneficiary.matching.Spelling;

/**
 * A word of a text: where it stands and its letters, repaired ({@link Spelling}). Invisible
 * characters and marks inside a word do not end it.
 */
record Word(int start, int end, String letters) {

    /** What may stand between the pieces of a split name, or of a number. */
    private static final int WIDEST_GAP = 3;

    static List<Word> allIn(String text) {
        var words = new ArrayList<Word>();
        int start = -1;
        int end = -1;
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            int next = i + Character.charCount(sign);
            if (Character.isLetter(sign) && !Spelling.isApostrophe(sign)) {
                start = start < 0 ? i : start;
                end = next;
            } else if (!Spelling.isInsideWord(sign)) {
                add(text, start, end, words);
                start = -1;
            }
            i = next;
        }
        add(text, start, end, words);
        return words;
    }

    private static void add(String text, int start, int end, List<Word> words) {
        if (start >= 0) {
            String letters = Spelling.word(text.substring(start, end));
            if (!letters.isEmpty()) {
                words.add(new Word(start, end, letters));
            }
        }
    }

    /** The apostrophe that a spaced-out o‘ or g‘ leaves between two words, or nothing. */
    String apostropheBefore(Word next, String text) {
        return text.substring(end, next.start).codePoints().anyMatch(Spelling::isApostrophe)
                ? "'"
                : "";
    }

    /** Whether so little stands between this word and the next that both may be one name. */
    boolean touches(Word next, String text) {
        int gap = 0;
        for (int i = end; i < next.start; i++) {
            char sign = text.charAt(i);
            if (Character.isLetterOrDigit(sign)) {
                return false;
            }
            gap += Spelling.isInsideWord(sign) ? 0 : 1;
            if (gap > WIDEST_GAP) {
                return false;
            }
        }
        return true;
    }
}

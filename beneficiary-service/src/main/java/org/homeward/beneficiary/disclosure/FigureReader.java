package org.homeward.beneficiary.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.beneficiary.matching.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Reads the runs of digits of a text, digits of any script and number words alike. Two other words
 * in a row do not end a run ("918, рақами Tcell, 110234"), a third or a wide gap does. Spelled
 * numbers are read in two ways, "twenty three" as 23 and as 20 3.
 */
final class FigureReader {

    /** As wide as ") — (" with its spaces. */
    private static final int WIDEST_GAP = 6;

    private static final int MOST_OTHER_WORDS = 2;

    private final String text;
    private final boolean together;
    private final List<Figures> runs = new ArrayList<>();
    private Figures run = new Figures();
    private NumberWords.@Nullable Spelled spelled;
    private int value;
    private int start;
    private int end;
    private int otherWords;

    private FigureReader(String text, boolean together) {
        this.text = text;
        this.together = together;
    }

    static List<Figures> read(String text, List<Word> words) {
        var runs = new ArrayList<>(new FigureReader(text, true).runs(words));
        runs.addAll(new FigureReader(text, false).runs(words));
        return runs;
    }

    private List<Figures> runs(List<Word> words) {
        int at = 0;
        for (Word word : words) {
            between(at, word.start());
            word(word);
            at = word.end();
        }
        between(at, text.length());
        endRun();
        return runs;
    }

    private void between(int from, int to) {
        int gap = 0;
        for (int i = from; i < to; ) {
            int sign = text.codePointAt(i);
            int next = i + Character.charCount(sign);
            int digit = Character.digit(sign, 10);
            if (digit >= 0) {
                endNumber();
                run.add(Integer.toString(digit), i, next);
                gap = 0;
                otherWords = 0;
            } else if (!Spelling.isInsideWord(sign) && ++gap > WIDEST_GAP) {
                endRun();
            }
            if (sign == ',' || sign == '\n') {
                endNumber();
            }
            i = next;
        }
    }

    private void word(Word word) {
        Optional<NumberWords.Spelled> number = NumberWords.read(word.letters());
        if (number.isPresent()) {
            number(number.get(), word);
        } else if (!NumberWords.isJoiner(word.letters())) {
            endNumber();
            if (++otherWords > MOST_OTHER_WORDS) {
                endRun();
            }
        }
    }

    private void number(NumberWords.Spelled number, Word word) {
        NumberWords.Spelled before = spelled;
        boolean times = number.hundred() && before != null && value > 0 && value < 10;
        boolean joins = before != null && number.value() > 0 && number.rank() < before.rank();
        if (together && (times || joins)) {
            value = times ? value * number.value() : value + number.value();
        } else {
            endNumber();
            value = number.value();
            start = word.start();
        }
        spelled = number;
        end = word.end();
        otherWords = 0;
    }

    private void endNumber() {
        if (spelled != null) {
            run.add(Integer.toString(value), start, end);
            spelled = null;
        }
    }

    private void endRun() {
        endNumber();
        if (run.length() > 0) {
            runs.add(run);
            run = new Figures();
        }
    }
}

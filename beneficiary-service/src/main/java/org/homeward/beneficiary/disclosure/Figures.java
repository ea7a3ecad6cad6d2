package org.homeward.beneficiary.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.homeward.beneficiary.matching.DocumentNumber;

/**
 * A run of signs out of a text (digits, or letters and digits), each with the place it came from.
 */
final class Figures {

    private final StringBuilder signs = new StringBuilder();
    private final List<int[]> places = new ArrayList<>();

    /** A whole text in the one writing of {@link DocumentNumber}, whatever separates. */
    static Figures lettersAndDigits(String text) {
        var signs = new Figures();
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            int next = i + Character.charCount(sign);
            if (Character.isLetterOrDigit(sign)) {
                signs.add(DocumentNumber.normalSign(sign), i, next);
            }
            i = next;
        }
        return signs;
    }

    void add(String more, int start, int end) {
        for (int i = 0; i < more.length(); i++) {
            signs.append(more.charAt(i));
            places.add(new int[] {start, end});
        }
    }

    int length() {
        return signs.length();
    }

    /** Every place where the number stands, also inside a longer one. */
    List<Hit> find(String number, Hit.Kind kind) {
        var hits = new ArrayList<Hit>();
        for (int i = signs.indexOf(number); i >= 0; i = signs.indexOf(number, i + 1)) {
            int end = places.get(i + number.length() - 1)[1];
            hits.add(new Hit(kind, places.get(i)[0], end));
        }
        return hits;
    }
}

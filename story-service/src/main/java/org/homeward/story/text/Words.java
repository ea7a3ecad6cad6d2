package org.homeward.story.text;

import java.text.Normalizer;

/** One way to write the same words, so that the same text always has the same digest. */
final class Words {

    private Words() {}

    /** Composed letters (ӣ and not и with a macron), one kind of line end, no blanks around. */
    static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }

    /** Whether a reader would see nothing: also of blanks that don't break, and of marks. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Words::isUnseen);
    }

    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }
}

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
}

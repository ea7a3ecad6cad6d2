package org.homeward.beneficiary.matching;

/** Repaired words letter by letter into plain Latin. */
final class Transliteration {

    private Transliteration() {}

    /** Plain Latin with ъ still an apostrophe; Uzbek o‘ and g‘ are letters of their own. */
    static String marked(String name) {
        var marked = new StringBuilder(name.length() + 4);
        for (String word : Spelling.words(name)) {
            transliterate(word, marked);
        }
        return marked.toString().replace("o'", "u").replace("g'", "g");
    }

    private static void transliterate(String word, StringBuilder marked) {
        boolean latin = word.codePoints().noneMatch(Letters::isCyrillic);
        word.codePoints()
                .forEach(
                        letter -> {
                            if (letter == '\'' && !latin) {
                                marked.append("\u2019"); // never Uzbek o‘ after a Cyrillic о
                            } else if (letter == 'ъ') {
                                marked.append('\u2019');
                            } else if (Letters.isCyrillic(letter)) {
                                marked.append(Letters.CYRILLIC.getOrDefault(letter, ""));
                            } else if (Letters.MARKED_LATIN.containsKey(letter)) {
                                marked.append(Letters.MARKED_LATIN.get(letter));
                            } else {
                                marked.appendCodePoint(letter);
                            }
                        });
    }
}

package org.homeward.contracts;

import java.util.regex.Pattern;

/**
 * The forms that a text in an event may have. Each is short, plain ASCII and without blanks, so
 * that no sentence, full name, e-mail address, telephone number or birth date fits. What a form
 * alone cannot keep out (a surname in capitals looks like a code) the source of the value must:
 * codes come from reference data, never from a text field.
 */
public enum TextForm {
    /** Code of a programme: {@code REINT-26}. */
    PROGRAMME("[A-Z][A-Z0-9-]{1,19}", "code of a programme"),
    /** Code of a partner organisation: {@code hamdilon}. */
    ORGANISATION("[a-z][a-z0-9-]{1,29}", "code of a partner organisation"),
    /** Region by ISO 3166-2:TJ and the district's name in Latin capitals: {@code TJ-KT-VOSE}. */
    DISTRICT("TJ-(DU|GB|KT|RA|SU)-[A-Z]{2,20}", "code of a district: region and Latin name"),
    /** Region by ISO 3166-2:TJ: {@code TJ-KT}. */
    REGION("TJ-(DU|GB|KT|RA|SU)", "region by ISO 3166-2:TJ"),
    /** Language by BCP 47, with script and region at most: {@code tg}, {@code uz-Cyrl}. */
    LANGUAGE("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", "language by BCP 47"),
    /** SHA-256 in lower-case hexadecimal. */
    SHA_256("[0-9a-f]{64}", "SHA-256 in lower-case hexadecimal"),
    /** Path of a public page: a fixed word and a random id, never a title. */
    PAGE_PATH(
            "/(stories|news|calls|pages)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            "path of a public page, with a random id and no title"),
    /** Type of an event that is not about consent: that one was sent would tell of a withdrawal. */
    PUBLIC_EVENT_TYPE(
            "homeward\\.(beneficiary|fund|application|grant|story)\\.[a-z-]{2,30}\\.v[1-9]",
            "type of an event, never one about consent"),
    /** Amount of money with exactly two decimals: {@code 1234.50}. */
    AMOUNT("(0|[1-9][0-9]{0,11})\\.[0-9]{2}", "amount as decimal text, two decimals"),
    /** Currency by ISO 4217: {@code TJS}. */
    CURRENCY("[A-Z]{3}", "currency by ISO 4217");

    private final Pattern pattern;
    private final String words;

    TextForm(String pattern, String words) {
        this.pattern = Pattern.compile(pattern);
        this.words = words;
    }

    /**
     * The regular expression that the whole text matches; it means the same in Java and ECMA 262.
     */
    public String pattern() {
        return pattern.pattern();
    }

    /** What the text is, in words. */
    public String words() {
        return words;
    }

    /** Whether the text has this form. */
    public boolean fits(String text) {
        return pattern.matcher(text).matches();
    }

    /**
     * Gives the text back when it has this form.
     *
     * @throws MalformedEvent if not; the text is not repeated in it, for it may be anything
     */
    public String checked(String text) {
        if (!fits(text)) {
            throw new MalformedEvent("a text is no " + words);
        }
        return text;
    }
}

package org.homeward.beneficiary.disclosure;

/**
 * A place in a text that would identify the person. Holds where and of what kind, never the data.
 *
 * @param start index of the first char of the place in the text as it was given
 * @param end index after its last char
 */
public record Hit(Kind kind, int start, int end) {

    /** What was found; of one that fits several, the first. */
    public enum Kind {
        GIVEN_NAME,
        FAMILY_NAME,
        PATRONYMIC,
        FORMER_NAME,
        PHONE,
        DOCUMENT,
        CASE_NUMBER,
        EMAIL,
        ADDRESS
    }

    boolean overlaps(Hit other) {
        return kind == other.kind && start < other.end && other.start < end;
    }
}

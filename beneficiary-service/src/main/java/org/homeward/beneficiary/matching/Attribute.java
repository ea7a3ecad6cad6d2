package org.homeward.beneficiary.matching;

/**
 * A combination of attributes that two writings of one person share, still in plain text: it may
 * only live until it is blinded ({@link Blinding}). Prints nothing personal.
 */
public record Attribute(Kind kind, String value) {

    /** What is combined, the most telling first. */
    public enum Kind {
        /** A document number, letters and digits only. */
        DOCUMENT(8),
        /** A telephone number, E.164. */
        PHONE(8),
        /** Family and given name in either order, keys S and T. */
        NAMES(16),
        /** Family and given name in either order, key L. */
        NAMES_LOOSELY(16),
        /**
         * Given name (key L) and day of birth, where it is known: finds who changed her family
         * name, or moved, among all who share a given name and the year.
         */
        GIVEN_NAME_AND_DAY(8),
        /** Given name (key L) and year of birth: finds who changed her family name. */
        GIVEN_NAME_AND_YEAR(8),
        /** Family name (key L) and district: finds a given name that was misheard. */
        FAMILY_NAME_AND_DISTRICT(8);

        private final int most;

        Kind(int most) {
            this.most = most;
        }

        /** How many of this kind one person has at most. */
        public int most() {
            return most;
        }
    }

    @Override
    public String toString() {
        return kind + " ***";
    }
}

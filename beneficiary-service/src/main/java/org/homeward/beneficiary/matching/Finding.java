package org.homeward.beneficiary.matching;

/**
 * One thing that comparing two people showed, with its weight. Says what was compared and how it
 * came out, never the values, so that it may be shown and kept as an explanation.
 *
 * <p>The weights are our proposal, set on the pairs of the tests, no norm behind them.
 */
public enum Finding {
    GIVEN_NAME_SAME(15),
    GIVEN_NAME_LOOSELY_SAME(10),
    GIVEN_NAME_PARTLY_SAME(6),
    GIVEN_NAME_NEAR(2),
    GIVEN_NAME_DIFFERENT(-40),
    FAMILY_NAME_SAME(15),
    /** Equal but for an ending. */
    FAMILY_NAME_SAME_STEM(13),
    FAMILY_NAME_LOOSELY_SAME(9),
    FAMILY_NAME_NEAR(2),
    /** Weighs less than a given name: women marry, endings and papers change. */
    FAMILY_NAME_DIFFERENT(-15),
    NAME_FIELDS_SWAPPED(-2),
    BY_FORMER_NAME(0),
    PATRONYMIC_SAME(20),
    PATRONYMIC_NEAR(5),
    PATRONYMIC_DIFFERENT(-30),
    SEX_SAME(2),
    SEX_DIFFERENT(-50),
    BIRTH_DAY_SAME(25),
    /** The same date with day and month in each other's place. */
    BIRTH_DAY_AND_MONTH_SWAPPED(18),
    /** The same year, or the same day of those that registers fill in for "unknown". */
    BIRTH_YEAR_SAME(3),
    /** The same year, but two different days that somebody knew. */
    BIRTH_DAY_DIFFERENT(-12),
    /** Up to three years apart, as far as guesses go. */
    BIRTH_YEAR_CLOSE(-5),
    BIRTH_YEAR_FAR(-35),
    /** Weighs little: a household often has one telephone. */
    PHONE_SAME(15),
    PHONE_DIFFERENT(-3),
    DOCUMENT_SAME(45),
    DOCUMENT_DIFFERENT(-5),
    DISTRICT_SAME(5),
    DISTRICT_DIFFERENT(-4),
    /** Each bears the other's given name as patronymic, and they were not born on one day. */
    PARENT_AND_CHILD(-60),
    /** Born on one day into one family, with different given names. */
    TWINS(0);

    private final int points;

    Finding(int points) {
        this.points = points;
    }

    /** Positive if it speaks for one person, negative if for two. */
    public int points() {
        return points;
    }

    /** Whether it alone keeps two people apart, unless one document names both. */
    boolean separates() {
        return switch (this) {
            case GIVEN_NAME_DIFFERENT, SEX_DIFFERENT, PARENT_AND_CHILD, TWINS -> true;
            default -> false;
        };
    }

    /** Whether it forbids to call them the same without a person's look. */
    boolean castsDoubt() {
        return switch (this) {
            case PATRONYMIC_DIFFERENT,
                    FAMILY_NAME_DIFFERENT,
                    FAMILY_NAME_NEAR,
                    GIVEN_NAME_NEAR,
                    BIRTH_YEAR_FAR,
                    BIRTH_DAY_DIFFERENT ->
                    true;
            default -> separates();
        };
    }
}

package org.homeward.beneficiary.matching;

/** Compares dates of birth as exactly as both are known. */
final class BirthComparison {

    /** People are registered a few years off; more is another person. */
    private static final int CLOSE = 3;

    private BirthComparison() {}

    static Finding of(BirthDate one, BirthDate other) {
        if (one instanceof BirthDate.Day day
                && other instanceof BirthDate.Day otherDay
                && !day.isFillIn()
                && !otherDay.isFillIn()
                && day.year() == otherDay.year()) {
            return days(day, otherDay);
        }
        int apart = Math.abs(one.year() - other.year());
        if (apart == 0) {
            return Finding.BIRTH_YEAR_SAME;
        }
        return apart <= CLOSE + slack(one) + slack(other)
                ? Finding.BIRTH_YEAR_CLOSE
                : Finding.BIRTH_YEAR_FAR;
    }

    private static Finding days(BirthDate.Day one, BirthDate.Day other) {
        if (one.date().equals(other.date())) {
            return Finding.BIRTH_DAY_SAME;
        }
        return one.isSwapOf(other)
                ? Finding.BIRTH_DAY_AND_MONTH_SWAPPED
                : Finding.BIRTH_DAY_DIFFERENT;
    }

    private static int slack(BirthDate date) {
        return switch (date) {
            case BirthDate.Estimated _ -> 4;
            case BirthDate.Year _ -> 1;
            case BirthDate.Day day -> day.isFillIn() ? 1 : 0;
        };
    }
}

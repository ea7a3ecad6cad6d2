package org.homeward.contracts.beneficiary;

/**
 * How many came, as exactly as it is told: below eleven not even whether anybody did, and above in
 * bands, so that what is told of a part can't be had by a difference.
 */
public enum HeadCount {
    UNDER_11,
    FROM_11_TO_24,
    FROM_25_TO_49,
    FROM_50_TO_99,
    FROM_100;

    /** The band of a number that is not negative. */
    public static HeadCount of(int people) {
        if (people < 11) {
            return UNDER_11;
        }
        if (people < 25) {
            return FROM_11_TO_24;
        }
        if (people < 50) {
            return FROM_25_TO_49;
        }
        return people < 100 ? FROM_50_TO_99 : FROM_100;
    }
}

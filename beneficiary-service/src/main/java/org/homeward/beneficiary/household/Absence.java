package org.homeward.beneficiary.household;

import java.time.LocalDate;

/**
 * Of somebody who has migrated and still counts as one of the household.
 *
 * @param since the day from which it has been so
 */
public record Absence(Kind kind, LocalDate since) {

    /** What the others hear of the migrant. */
    public enum Kind {
        SENDS_MONEY,
        STOPPED_SENDING,
        NO_CONTACT
    }
}

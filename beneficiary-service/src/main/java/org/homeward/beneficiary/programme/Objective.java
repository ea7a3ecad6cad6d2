package org.homeward.beneficiary.programme;

/** What a programme is for. */
public enum Objective {
    INCOME_GENERATION,
    WOMEN_LEFT_BEHIND,
    COUNTER_TRAFFICKING,
    COMMUNITY_STABILISATION,
    VOCATIONAL_TRAINING,
    MIGRANT_HEALTH,
    BORDER_COMMUNITIES,
    HUMANITARIAN_ASSISTANCE;

    /** Whether being in it alone tells that a person was trafficked or is ill. */
    boolean isProtected() {
        return switch (this) {
            case COUNTER_TRAFFICKING, MIGRANT_HEALTH -> true;
            case INCOME_GENERATION,
                    WOMEN_LEFT_BEHIND,
                    COMMUNITY_STABILISATION,
                    VOCATIONAL_TRAINING,
                    BORDER_COMMUNITIES,
                    HUMANITARIAN_ASSISTANCE ->
                    false;
        };
    }
}

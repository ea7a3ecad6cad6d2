package org.homeward.beneficiary.selection;

/** What was wrong with a round. One of these words and no sentence: it is about no person. */
public enum WithdrawalReason {
    WRONG_PROGRAMME,
    WRONG_SCORECARD,
    WRONG_QUOTA,
    WRONG_CUT_OFF,
    NOT_NEEDED
}

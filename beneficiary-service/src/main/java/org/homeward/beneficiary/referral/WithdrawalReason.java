package org.homeward.beneficiary.referral;

/** Why a referral is taken back, in one word: a sentence would tell of the person. */
public enum WithdrawalReason {
    /** Somebody else was meant. */
    WRONG_PERSON,
    WRONG_PARTNER,
    /** What was written for the partner is of somebody else, or more than it needs. */
    WRONG_NOTE,
    NOT_NEEDED,
    DOES_NOT_WANT
}

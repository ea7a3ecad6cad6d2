package org.homeward.beneficiary.referral;

/**
 * Why nobody was taken on. One of these words and no sentence: who referred learns no more of a
 * person than that.
 */
public enum DeclineReason {
    NO_PLACE,
    NOT_OUR_SERVICE,
    NOT_OUR_AREA,
    HELPED_ALREADY,
    NOT_REACHED,
    DOES_NOT_WANT
}

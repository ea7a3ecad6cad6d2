package org.homeward.contracts.beneficiary;

/** Sex as the person states it. */
public enum Sex {
    FEMALE,
    MALE,
    OTHER
}

package org.homeward.beneficiary.matching;

/** Sex as in the papers; {@code OTHER} neither supports nor contradicts anything. */
public enum Sex {
    FEMALE,
    MALE,
    OTHER
}

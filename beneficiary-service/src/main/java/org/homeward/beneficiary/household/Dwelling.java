package org.homeward.beneficiary.household;

/** Where a household lives. */
public enum Dwelling {
    OWN,
    OF_RELATIVES,
    RENTED,
    TEMPORARY,
    NONE
}

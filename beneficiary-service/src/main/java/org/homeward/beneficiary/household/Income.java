package org.homeward.beneficiary.household;

/** What a household lives on. */
public enum Income {
    WAGE,
    OWN_BUSINESS,
    FARMING,
    REMITTANCES,
    PENSION_OR_BENEFIT,
    HELP_OF_OTHERS,
    DEBT
}

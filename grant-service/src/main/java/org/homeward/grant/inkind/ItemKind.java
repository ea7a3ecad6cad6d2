package org.homeward.grant.inkind;

/** What a grant in kind can pay for. */
public enum ItemKind {
    EQUIPMENT,
    MATERIAL,
    /** Paid by the month, to the landlord. */
    RENT,
    TRAINING,
    REGISTRATION
}

package org.homeward.grant.application;

/** What a grant in kind can pay for. */
enum ItemKind {
    EQUIPMENT,
    MATERIAL,
    /** Paid by the month, to the landlord. */
    RENT,
    TRAINING,
    REGISTRATION
}

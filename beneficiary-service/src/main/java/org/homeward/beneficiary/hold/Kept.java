package org.homeward.beneficiary.hold;

/** What of a person has to be kept. */
public enum Kept {
    FILE,
    CONSENTS,
    EVIDENCE,
    ASSESSMENTS,
    SELECTION,
    REFERRALS,
    GRANTS
}

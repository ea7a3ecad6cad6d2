package org.homeward.contracts.beneficiary;

/** Services of partners that may be told of. Health and shelter are not among them. */
public enum OrdinaryService {
    PSYCHO_SOCIAL,
    LEGAL_AID,
    FINANCIAL_LITERACY,
    VOCATIONAL_TRAINING,
    DOCUMENTS
}

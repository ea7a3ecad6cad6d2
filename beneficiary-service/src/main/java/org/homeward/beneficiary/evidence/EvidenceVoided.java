package org.homeward.beneficiary.evidence;

import org.homeward.kit.web.Problem;

/** The content was destroyed, for it should not have been there; that it was there stays. */
final class EvidenceVoided extends Problem {

    private static final long serialVersionUID = 1L;

    EvidenceVoided() {
        super(
                410,
                "evidence-voided",
                "The evidence was voided",
                "The content of this evidence was destroyed when it was voided; nobody can read"
                        + " it.");
    }
}

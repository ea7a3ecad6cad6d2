package org.homeward.beneficiary.consent;

import org.homeward.kit.web.Problem;

/** Nobody works on a case without the person's yes. */
final class CaseConsentNeeded extends Problem {

    private static final long serialVersionUID = 1L;

    CaseConsentNeeded() {
        super(
                409,
                "case-consent-needed",
                "Consent needed",
                "The person's consent to case management is not in force: ask for it first.");
    }
}

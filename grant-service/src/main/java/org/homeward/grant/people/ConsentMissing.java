package org.homeward.grant.people;

import org.homeward.kit.web.Problem;

/** Nothing may be done for this person now: the consent to case management is not in force. */
final class ConsentMissing extends Problem {

    private static final long serialVersionUID = 1L;

    ConsentMissing() {
        super(
                409,
                "consent-missing",
                "Consent missing",
                "The person's consent to case management is not in force: ask for it first.");
    }
}

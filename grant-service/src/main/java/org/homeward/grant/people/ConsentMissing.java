package org.homeward.grant.people;

import java.util.Map;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.web.Problem;

/**
 * Nothing may be done for this person or read of her now: her consent to case management is not in
 * force. Whoever asks, in whatever role, is refused as well.
 */
final class ConsentMissing extends Problem {

    private static final long serialVersionUID = 1L;

    ConsentMissing() {
        super(
                403,
                "consent-missing",
                "Consent missing",
                "The person's consent to case management is not in force: ask for it first.",
                Map.of("purpose", ConsentPurpose.CASE_MANAGEMENT.name()));
    }
}

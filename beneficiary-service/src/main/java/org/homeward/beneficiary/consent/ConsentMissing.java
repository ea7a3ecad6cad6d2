package org.homeward.beneficiary.consent;

import java.util.Map;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.web.Problem;

/**
 * Nothing of this kind may be done for the person or read of her now: her consent to it is not in
 * force. Whoever asks, in whatever role, is refused as well.
 */
final class ConsentMissing extends Problem {

    private static final long serialVersionUID = 1L;

    ConsentMissing(ConsentPurpose purpose) {
        super(
                403,
                "consent-missing",
                "Consent missing",
                "The person's consent to this is not in force: ask for it first.",
                Map.of("purpose", purpose.name()));
    }
}

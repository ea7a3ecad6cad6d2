package org.homeward.beneficiary.consent;

import java.util.Map;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.web.Problem;

/** A request for what was asked of her so often, with no end to it, that nobody means it. */
final class AskedEnough extends Problem {

    private static final long serialVersionUID = 1L;

    AskedEnough(ConsentPurpose purpose) {
        super(
                409,
                "asked-enough",
                "Asked enough",
                "She has "
                        + AskForConsent.MOST
                        + " consents to this purpose, unanswered or agreed to: record her answer"
                        + " to one, or take one back, before she is asked again.",
                Map.of("purpose", purpose));
    }
}

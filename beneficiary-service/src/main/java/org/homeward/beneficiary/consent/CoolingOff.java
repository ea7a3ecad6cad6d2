package org.homeward.beneficiary.consent;

import java.time.Instant;
import java.util.Map;
import org.homeward.kit.web.Problem;

/** A yes to a story that came too soon after the person was asked. */
final class CoolingOff extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param until when she may say yes to the final text
     */
    CoolingOff(Instant until) {
        super(
                409,
                "cooling-off",
                "Cooling-off",
                "A story needs a fresh yes to its final text, seven days or more after the request.",
                Map.of("until", until.toString()));
    }
}

package org.homeward.grant.inkind;

import org.homeward.kit.web.Problem;

/** An item would be ordered for more than was approved. */
final class PriceAboveGrant extends Problem {

    private static final long serialVersionUID = 1L;

    PriceAboveGrant() {
        super(
                409,
                "price-above-grant",
                "Price above the grant",
                "The item costs more than was granted for it.");
    }
}

package org.homeward.grant.money;

import org.homeward.kit.web.Problem;

/** A sum that no fund of a field programme holds: a mistake in a price or a quantity. */
public final class AmountTooLarge extends Problem {

    private static final long serialVersionUID = 1L;

    public AmountTooLarge() {
        super(
                409,
                "amount-too-large",
                "Amount too large",
                "A sum must stay under 1,000,000,000,000: check prices and quantities.");
    }
}

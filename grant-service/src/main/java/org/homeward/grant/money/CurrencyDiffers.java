package org.homeward.grant.money;

import java.util.Map;
import org.homeward.kit.web.Problem;

/** Sums of two currencies where one is kept; conversion is a step of its own, with its rate. */
public final class CurrencyDiffers extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param kept the currency that the sum must be in
     */
    public CurrencyDiffers(Currency kept) {
        super(
                409,
                "currency-differs",
                "Another currency",
                "The sum is in another currency than the fund is kept in.",
                Map.of("currency", kept.name()));
    }
}

package org.homeward.grant.fund;

import org.homeward.kit.web.Problem;

/** Less is available in the fund than is to be reserved. */
final class FundExhausted extends Problem {

    private static final long serialVersionUID = 1L;

    FundExhausted() {
        super(
                409,
                "fund-exhausted",
                "Fund exhausted",
                "The fund has less available than is to be reserved.");
    }
}

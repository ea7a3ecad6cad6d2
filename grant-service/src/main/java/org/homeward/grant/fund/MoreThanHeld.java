package org.homeward.grant.fund;

import java.util.Map;
import org.homeward.kit.web.Problem;

/** More is to be taken from an account of the ledger than it holds. */
final class MoreThanHeld extends Problem {

    private static final long serialVersionUID = 1L;

    MoreThanHeld(String account) {
        super(
                409,
                "more-than-held",
                "More than held",
                "The account of the ledger holds less than is to be taken from it.",
                Map.of("account", account));
    }
}

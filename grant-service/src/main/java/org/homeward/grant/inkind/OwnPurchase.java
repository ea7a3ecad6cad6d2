package org.homeward.grant.inkind;

import org.homeward.kit.web.Problem;

/** Who bought an item would confirm what is paid for it: refused whatever the roles. */
final class OwnPurchase extends Problem {

    private static final long serialVersionUID = 1L;

    OwnPurchase() {
        super(
                403,
                "own-purchase",
                "Own purchase",
                "Who ordered or received an item may not confirm its money.");
    }
}

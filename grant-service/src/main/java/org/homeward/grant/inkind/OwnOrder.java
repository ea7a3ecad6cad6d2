package org.homeward.grant.inkind;

import org.homeward.kit.web.Problem;

/** Who ordered an item would receive it: refused whatever roles the person has. */
final class OwnOrder extends Problem {

    private static final long serialVersionUID = 1L;

    OwnOrder() {
        super(403, "own-order", "Own order", "Who ordered an item may not receive it.");
    }
}

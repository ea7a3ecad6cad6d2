package org.homeward.grant.inkind;

import org.homeward.kit.web.Problem;

/** Who gave an item back would confirm its money: refused whatever the roles. */
final class OwnReturn extends Problem {

    private static final long serialVersionUID = 1L;

    OwnReturn() {
        super(
                403,
                "own-return",
                "Own return",
                "Who gave an item back may not confirm that its money is back.");
    }
}

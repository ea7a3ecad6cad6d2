package org.homeward.beneficiary.evidence;

import org.homeward.kit.web.Problem;

/** Who added evidence would destroy it: refused whatever roles the person has. */
final class AnotherVoids extends Problem {

    private static final long serialVersionUID = 1L;

    AnotherVoids() {
        super(
                403,
                "another-voids",
                "Another voids it",
                "Who added evidence does not void it, for its content is destroyed.");
    }
}

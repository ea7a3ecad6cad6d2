package org.homeward.beneficiary.opening;

import org.homeward.kit.web.Problem;

/** Who opened a file does not review it, whatever roles the person has. */
final class OwnOpening extends Problem {

    private static final long serialVersionUID = 1L;

    OwnOpening() {
        super(
                403,
                "own-opening",
                "Your own opening",
                "Another protection-officer reviews what you have opened.");
    }
}

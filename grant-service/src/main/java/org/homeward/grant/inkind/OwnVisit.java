package org.homeward.grant.inkind;

import org.homeward.kit.web.Problem;

/** Who had a hand in a grant would see what became of it, or the other way round. */
final class OwnVisit extends Problem {

    private static final long serialVersionUID = 1L;

    OwnVisit() {
        super(
                403,
                "own-visit",
                "Own visit",
                "Who bought, handed over or paid for something of a grant may not visit it, and who visited it may not confirm its payments.");
    }
}

package org.homeward.grant.inkind;

import org.homeward.kit.web.Problem;

/** Who approved a grant would confirm its money: refused whatever roles the person has. */
final class OwnApproval extends Problem {

    private static final long serialVersionUID = 1L;

    OwnApproval() {
        super(
                403,
                "own-approval",
                "Own approval",
                "Who approved a grant may not confirm its payments.");
    }
}

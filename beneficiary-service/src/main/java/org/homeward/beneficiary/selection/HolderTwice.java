package org.homeward.beneficiary.selection;

import org.homeward.kit.web.Problem;

/** One holder would know both secrets of the lottery, and could try seeds. */
final class HolderTwice extends Problem {

    private static final long serialVersionUID = 1L;

    HolderTwice() {
        super(
                403,
                "another-holder",
                "Another holder",
                "Two people commit to the lottery, each to a secret of her own.");
    }
}

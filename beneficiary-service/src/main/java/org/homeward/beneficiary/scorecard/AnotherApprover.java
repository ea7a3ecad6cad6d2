package org.homeward.beneficiary.scorecard;

import org.homeward.kit.web.Problem;

/** One who may not give this approval, whatever roles the person has. */
final class AnotherApprover extends Problem {

    private static final long serialVersionUID = 1L;

    AnotherApprover() {
        super(
                403,
                "another-approver",
                "Another approver",
                "A programme manager and a monitoring officer approve: two people, and neither wrote it.");
    }
}

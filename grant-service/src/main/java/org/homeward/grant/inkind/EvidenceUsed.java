package org.homeward.grant.inkind;

import org.homeward.kit.web.Problem;

/** One signature would prove two handovers. */
final class EvidenceUsed extends Problem {

    private static final long serialVersionUID = 1L;

    EvidenceUsed() {
        super(
                409,
                "evidence-used",
                "Evidence used",
                "This scan proves the handover of another item: each is signed for.");
    }
}

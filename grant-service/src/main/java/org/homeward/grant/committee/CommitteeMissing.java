package org.homeward.grant.committee;

import org.homeward.kit.web.Problem;

/** Nobody can review what a fund is asked for: it has no committee. */
final class CommitteeMissing extends Problem {

    private static final long serialVersionUID = 1L;

    CommitteeMissing() {
        super(
                409,
                "committee-missing",
                "Committee missing",
                "No committee is appointed for this fund: a programme-manager appoints it.");
    }
}

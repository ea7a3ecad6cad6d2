package org.homeward.beneficiary.registration;

import org.homeward.kit.web.Problem;

/** A registration without a search by the same worker in the last fifteen minutes. */
final class SearchNeeded extends Problem {

    private static final long serialVersionUID = 1L;

    SearchNeeded() {
        super(
                409,
                "search-needed",
                "Search first",
                "Search for the person first: a registration names a search that you made in the"
                        + " last 15 minutes.");
    }
}

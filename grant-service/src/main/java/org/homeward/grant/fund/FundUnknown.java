package org.homeward.grant.fund;

import org.homeward.kit.web.Problem;

/** A command names a fund that there is not. */
final class FundUnknown extends Problem {

    private static final long serialVersionUID = 1L;

    FundUnknown() {
        super(404, "fund-unknown", "Fund unknown", "There is no fund with this id.");
    }
}

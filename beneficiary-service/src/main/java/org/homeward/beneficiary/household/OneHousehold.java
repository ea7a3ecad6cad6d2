package org.homeward.beneficiary.household;

import org.homeward.kit.web.Problem;

/** Somebody who is in a household is recorded in another. */
final class OneHousehold extends Problem {

    private static final long serialVersionUID = 1L;

    OneHousehold() {
        super(
                409,
                "one-household",
                "One household at a time",
                "A beneficiary named here is in a household already: record first that she has"
                        + " left it.");
    }
}

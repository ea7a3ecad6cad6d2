package org.homeward.beneficiary.registration;

import org.homeward.kit.web.Problem;

/** A worker writes only people of her own districts. */
final class DistrictOutOfScope extends Problem {

    private static final long serialVersionUID = 1L;

    DistrictOutOfScope() {
        super(
                403,
                "district-out-of-scope",
                "District out of scope",
                "This district is not among yours: ask an organisation that works there.");
    }
}

package org.homeward.grant.people;

import org.homeward.kit.web.Problem;

/** A person of whom nothing is known here, or who is out of scope: one answer for both. */
final class BeneficiaryUnknown extends Problem {

    private static final long serialVersionUID = 1L;

    BeneficiaryUnknown() {
        super(
                404,
                "beneficiary-unknown",
                "Beneficiary unknown",
                "No such beneficiary is known here within your scope; a registration is known after some seconds.");
    }
}

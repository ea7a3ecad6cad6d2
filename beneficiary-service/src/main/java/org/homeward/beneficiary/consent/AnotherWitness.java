package org.homeward.beneficiary.consent;

import org.homeward.kit.web.Problem;

/** A thumbprint whose witness is the one who asked for the consent. */
final class AnotherWitness extends Problem {

    private static final long serialVersionUID = 1L;

    AnotherWitness() {
        super(
                403,
                "another-witness",
                "Another witness",
                "A thumbprint is witnessed and recorded by somebody else than who asked.");
    }
}

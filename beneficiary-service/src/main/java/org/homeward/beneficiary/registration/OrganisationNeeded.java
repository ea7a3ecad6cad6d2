package org.homeward.beneficiary.registration;

import org.homeward.kit.web.Problem;

/** A file belongs to an organisation, and the worker's token names none. */
final class OrganisationNeeded extends Problem {

    private static final long serialVersionUID = 1L;

    OrganisationNeeded() {
        super(
                403,
                "organisation-needed",
                "Organisation needed",
                "Your account belongs to no organisation: ask an administrator.");
    }
}

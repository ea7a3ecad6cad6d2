package org.homeward.beneficiary.contact;

import org.homeward.kit.web.Problem;

/** No consent to this channel is in force, or there is no address for it. */
final class ContactNotConsented extends Problem {

    private static final long serialVersionUID = 1L;

    ContactNotConsented() {
        super(
                409,
                "contact-not-consented",
                "No contact by this channel",
                "The person may not or can't be reached by this channel today.");
    }
}

package org.homeward.grant.people;

import java.util.List;

/**
 * Whether an application can be written for somebody.
 *
 * @param known whether the registration has arrived here, and is within the caller's scope
 * @param consentInForce whether the person's consent to case management is in force today; what may
 *     not be so any more, because news of it may be under way, is not answered at all
 * @param selectedFor codes of the programmes whose selections selected the person; one without a
 *     selection helps her without
 */
record Eligibility(boolean known, boolean consentInForce, List<String> selectedFor) {

    static final Eligibility NOTHING_KNOWN = new Eligibility(false, false, List.of());
}

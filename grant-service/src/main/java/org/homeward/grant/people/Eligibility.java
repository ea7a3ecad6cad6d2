package org.homeward.grant.people;

/**
 * Whether an application can be written for somebody.
 *
 * @param known whether the registration has arrived here, and is within the caller's scope
 * @param consentInForce whether the person's consent to case management is in force today; what may
 *     not be so any more, because news of it may be under way, is not answered at all
 */
record Eligibility(boolean known, boolean consentInForce) {

    static final Eligibility NOTHING_KNOWN = new Eligibility(false, false);
}

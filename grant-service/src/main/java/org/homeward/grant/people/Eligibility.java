package org.homeward.grant.people;

/**
 * Whether an application can be written for somebody.
 *
 * @param known whether the registration has arrived here, and is within the caller's scope
 * @param consentInForce whether the person's consent to case management is in force today
 */
record Eligibility(boolean known, boolean consentInForce) {

    static final Eligibility NOTHING_KNOWN = new Eligibility(false, false);
}

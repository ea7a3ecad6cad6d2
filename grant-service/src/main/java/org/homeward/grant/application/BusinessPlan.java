package org.homeward.grant.application;

/**
 * The business that is to be opened, in brief and in the applicant's words.
 *
 * @param activity what will be made or done, and where
 * @param market who will buy it
 * @param experience what the applicant has done of this kind
 * @param risks what may go wrong
 */
record BusinessPlan(String activity, String market, String experience, String risks) {}

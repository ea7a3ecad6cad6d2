package org.homeward.grant.application;

/** Why a member of the committee has no vote on an application. */
enum Conflict {
    /** Wrote, edited or submitted it, or said what to change. */
    WROTE_OR_ADVISED,
    /** Has declared an interest. */
    DECLARED,
    /** Works for the organisation whose case-worker has the case. */
    SAME_ORGANISATION,
    SAME_HOUSEHOLD,
    /** Has the case, or assessed the person. */
    OWNED_OR_ASSESSED
}

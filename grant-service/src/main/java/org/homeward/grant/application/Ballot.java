package org.homeward.grant.application;

/** What a member of the committee says to an application. */
enum Ballot {
    FOR,
    AGAINST
}

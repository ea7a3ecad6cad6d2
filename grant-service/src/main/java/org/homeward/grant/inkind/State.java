package org.homeward.grant.inkind;

/** Where a grant stands, for answers; the types say what is possible there. */
enum State {
    RESERVED,
    HANDED_OVER,
    CLOSED
}

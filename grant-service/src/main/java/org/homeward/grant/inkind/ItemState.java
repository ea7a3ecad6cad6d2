package org.homeward.grant.inkind;

/** Where an item of a grant stands. */
enum ItemState {
    REQUESTED,
    ORDERED,
    RECEIVED,
    HANDED_OVER,
    /** Given back after it was paid; finance has not confirmed that the money is back. */
    RETURNING,
    CANCELLED,
    RETURNED,
    /** Rent of which not every month is paid. */
    RUNNING,
    /** Rent of which every month is paid. */
    PAID
}

package org.homeward.notification.subscription;

/** When a staff member is written to. */
public enum Pace {
    /** A mail for each event, as it happens. */
    AT_ONCE,
    /** One mail a day that gathers all; none on a day without. */
    DAILY
}

package org.homeward.contracts.grant;

/** How a visit found the business. */
public enum Finding {
    WORKING,
    STRUGGLING,
    STOPPED,
    NOT_FOUND
}

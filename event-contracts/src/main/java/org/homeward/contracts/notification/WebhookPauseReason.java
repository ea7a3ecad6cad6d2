package org.homeward.contracts.notification;

/** Why nothing is posted to an address any more. */
public enum WebhookPauseReason {
    /** It has taken nothing for days. */
    FAILING,
    /** It has answered that it is gone for good (410). */
    GONE,
    /** An administrator has said so. */
    BY_ADMINISTRATOR
}

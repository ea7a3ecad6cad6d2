package org.homeward.notification.webhook;

/** Where a webhook stands, as its readers are told; one that was removed is not shown. */
enum WebhookState {
    UNCONFIRMED("webhook.unconfirmed"),
    ACTIVE("webhook.active"),
    PAUSED("webhook.paused");

    private final String stored;

    WebhookState(String stored) {
        this.stored = stored;
    }

    /** Its name in the database. */
    String stored() {
        return stored;
    }
}

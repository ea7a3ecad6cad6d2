package org.homeward.contracts.notification;

/** The way by which a message goes out. */
public enum DeliveryChannel {
    EMAIL
}

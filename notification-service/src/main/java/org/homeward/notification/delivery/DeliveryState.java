package org.homeward.notification.delivery;

/** Where a message stands, as lists and metrics name it. */
enum DeliveryState {
    QUEUED,
    DELIVERED,
    FAILED,
    SUPPRESSED;

    static DeliveryState of(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Queued _ -> QUEUED;
            case Delivery.Delivered _ -> DELIVERED;
            case Delivery.Failed _ -> FAILED;
            case Delivery.Suppressed _ -> SUPPRESSED;
        };
    }
}

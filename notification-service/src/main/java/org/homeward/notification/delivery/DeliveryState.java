package org.homeward.notification.delivery;

/** Where a message stands, as lists and metrics name it. */
enum DeliveryState {
    QUEUED("delivery.queued"),
    DELIVERED("delivery.delivered"),
    FAILED("delivery.failed"),
    SUPPRESSED("delivery.suppressed");

    private final String stored;

    DeliveryState(String stored) {
        this.stored = stored;
    }

    /** Its name in the database. */
    String stored() {
        return stored;
    }

    static DeliveryState of(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Queued _ -> QUEUED;
            case Delivery.Delivered _ -> DELIVERED;
            case Delivery.Failed _ -> FAILED;
            case Delivery.Suppressed _ -> SUPPRESSED;
        };
    }
}

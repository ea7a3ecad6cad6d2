package org.homeward.bench.ours;

import java.util.UUID;
import org.homeward.contracts.notification.DeliveryChannel;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.sealing.Secret;
import org.jspecify.annotations.Nullable;

/** The sample aggregate: one state, a handful of fields as real ones have, one event. */
sealed interface Parcel {

    String TOPIC = "homeward.notification.v1";
    AggregateType<Parcel> PARCELS =
            AggregateType.of("parcel", Parcel.class, "parcels")
                    .scopedBy("organisation", "district");

    static StoredTypes stored() {
        return StoredTypes.builder()
                .aggregate(PARCELS)
                .alias("parcel.handed-over", HandedOver.class)
                .build();
    }

    /** It has been handed over. */
    record HandedOver(
            String organisation,
            String district,
            String street,
            int weight,
            @Nullable Secret<String> receiver)
            implements Parcel {}

    static Decision<Parcel> handOver(
            UUID id,
            String organisation,
            String district,
            String street,
            int weight,
            @Nullable Secret<String> receiver) {
        return Decision.of(
                new HandedOver(organisation, district, street, weight, receiver),
                new NotificationDelivered(
                        id, DeliveryChannel.EMAIL, "homeward.story.published.v1"));
    }
}

package org.homeward.notification.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.homeward.notification.subscription.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * An event as an occasion to tell somebody.
 *
 * @param event its id, the same however often it comes
 * @param about its CloudEvents type
 * @param happened when it was decided
 * @param beneficiary whose case it is; null for what is nobody's
 */
record News(
        Occasion occasion,
        UUID event,
        String about,
        Instant happened,
        Map<String, String> facts,
        @Nullable UUID beneficiary) {

    News {
        facts = Map.copyOf(facts);
    }

    /**
     * Whether it is still worth telling. Who reads the topics from their beginning, as a new or
     * restored service does, must not write to people about grants of last year.
     */
    boolean isNew(Instant now) {
        return happened.plus(Delivery.PATIENCE).isAfter(now);
    }
}

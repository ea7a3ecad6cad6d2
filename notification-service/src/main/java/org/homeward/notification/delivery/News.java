package org.homeward.notification.delivery;

import java.util.Map;
import java.util.UUID;
import org.homeward.notification.subscription.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * An event as an occasion to tell somebody.
 *
 * @param event its id, the same however often it comes
 * @param about its CloudEvents type
 * @param beneficiary whose case it is; null for what is nobody's
 */
record News(
        Occasion occasion,
        UUID event,
        String about,
        Map<String, String> facts,
        @Nullable UUID beneficiary) {

    News {
        facts = Map.copyOf(facts);
    }
}

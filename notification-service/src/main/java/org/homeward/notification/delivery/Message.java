package org.homeward.notification.delivery;

import java.util.Map;
import java.util.UUID;
import org.homeward.notification.subscription.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said to whom; nothing in it tells who the beneficiary is.
 *
 * @param event id of the event that caused it
 * @param about CloudEvents type of that event
 * @param to subscription or beneficiary
 * @param facts values for the template's placeholders
 * @param beneficiary whose case it is, to find organisation and district; null for stories
 * @param placed whether these were known when it was recorded, so that only those were asked whose
 *     scope it is in; while they are not, nobody is shown that something waits
 */
public record Message(
        UUID event,
        String about,
        Occasion occasion,
        Recipient to,
        Map<String, String> facts,
        @Nullable UUID beneficiary,
        boolean placed) {

    public Message {
        facts = Map.copyOf(facts);
    }

    /** Somebody to be told. */
    public sealed interface Recipient {

        UUID id();

        /** A staff member, by her subscription. */
        record Staff(UUID subscription) implements Recipient {

            @Override
            public UUID id() {
                return subscription;
            }
        }

        /** The person herself, within her consent at the moment of sending. */
        record Beneficiary(UUID id) implements Recipient {}
    }
}

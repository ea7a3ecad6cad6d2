package org.homeward.contracts.notification;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** A message to staff was taken over by the receiving side. */
@EventType(
        value = "homeward.notification.delivered.v1",
        says =
                "A message to staff about an event was taken over by the receiving side; of what is"
                        + " sent to a beneficiary nothing is told.")
public record NotificationDelivered(
        @Carries(kind = RANDOM_ID, because = Because.NOTIFICATION) UUID notification,
        @Carries(kind = CODE, because = Because.CHANNEL) DeliveryChannel channel,
        @Carries(kind = CODE, because = Because.ABOUT) @Text(TextForm.PUBLIC_EVENT_TYPE)
                String about)
        implements NotificationEvent {

    public NotificationDelivered {
        TextForm.PUBLIC_EVENT_TYPE.checked(about);
    }
}

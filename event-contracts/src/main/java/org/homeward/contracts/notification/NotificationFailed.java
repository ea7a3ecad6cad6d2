package org.homeward.contracts.notification;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** A message to staff was given up after its last attempt. */
@EventType(
        value = "homeward.notification.failed.v1",
        says =
                "A message to staff about an event could not be delivered and was given up; of what"
                        + " is sent to a beneficiary nothing is told.")
public record NotificationFailed(
        @Carries(kind = RANDOM_ID, because = Because.NOTIFICATION) UUID notification,
        @Carries(kind = CODE, because = Because.CHANNEL) DeliveryChannel channel,
        @Carries(kind = CODE, because = Because.ABOUT) @Text(TextForm.PUBLIC_EVENT_TYPE)
                String about)
        implements NotificationEvent {

    public NotificationFailed {
        TextForm.PUBLIC_EVENT_TYPE.checked(about);
    }
}

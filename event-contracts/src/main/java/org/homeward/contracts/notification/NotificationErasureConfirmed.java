package org.homeward.contracts.notification;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** What notification-service kept of somebody who was erased is destroyed. */
@EventType(
        value = "homeward.notification.erasure-confirmed.v1",
        says =
                "What notification-service kept of somebody who was erased is destroyed; of whom is not told.")
public record NotificationErasureConfirmed(
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, of one erasure: on no topic that others than the services"
                                        + " read.")
                UUID erasure)
        implements NotificationErasureEvent {}

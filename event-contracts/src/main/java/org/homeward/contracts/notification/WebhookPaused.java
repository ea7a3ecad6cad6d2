package org.homeward.contracts.notification;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** Nothing is posted to an address until somebody resumes it. */
@EventType(
        value = "homeward.webhook.paused.v1",
        says =
                "Events are posted to a registered address no more until an administrator resumes"
                        + " it; those of the meantime are kept for it.")
public record WebhookPaused(
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, of one address; whose it is stands with the administrator"
                                        + " only, and no person has this id.")
                UUID webhook,
        @Carries(
                        kind = CODE,
                        because =
                                "One of three words on how a machine answered, or that an"
                                        + " administrator paused it; nobody is told of who that"
                                        + " was.")
                WebhookPauseReason reason)
        implements NotificationEvent {}

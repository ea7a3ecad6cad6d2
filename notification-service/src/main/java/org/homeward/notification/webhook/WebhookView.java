package org.homeward.notification.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.notification.WebhookPauseReason;
import org.homeward.kit.journal.Stored;
import org.homeward.notification.webhook.Webhook.Active;
import org.homeward.notification.webhook.Webhook.Paused;
import org.homeward.notification.webhook.Webhook.Registered;
import org.homeward.notification.webhook.Webhook.Unconfirmed;
import org.jspecify.annotations.Nullable;

/**
 * A webhook; its secrets are not shown.
 *
 * @param state posted nothing until it is confirmed
 * @param failingSince of the first failure since it last took a message; null when it takes all
 * @param reason why it is paused, else null
 * @param replaying what of a period is still to be posted once more; null when nothing is
 * @param replaced until when each of the secrets before the newest signs too
 */
record WebhookView(
        UUID id,
        long version,
        WebhookState state,
        String url,
        Set<String> events,
        @Nullable Instant failingSince,
        @Nullable WebhookPauseReason reason,
        WebhookController.@Nullable Period replaying,
        List<Instant> replaced) {

    static WebhookView of(Stored<Webhook> stored, Registered webhook) {
        return switch (webhook) {
            case Unconfirmed _ -> of(stored, webhook, WebhookState.UNCONFIRMED, null, null);
            case Active active ->
                    of(stored, active, WebhookState.ACTIVE, active.failingSince(), null);
            case Paused paused -> of(stored, paused, WebhookState.PAUSED, null, paused.reason());
        };
    }

    private static WebhookView of(
            Stored<Webhook> stored,
            Registered webhook,
            WebhookState state,
            @Nullable Instant failingSince,
            @Nullable WebhookPauseReason reason) {
        var endpoint = webhook.endpoint();
        var replay = endpoint.replay();
        return new WebhookView(
                stored.id(),
                stored.version(),
                state,
                endpoint.url().open(),
                endpoint.events(),
                failingSince,
                reason,
                replay == null ? null : new WebhookController.Period(replay.from(), replay.to()),
                endpoint.keys().stream()
                        .flatMap(key -> Optional.ofNullable(key.until()).stream())
                        .toList());
    }
}

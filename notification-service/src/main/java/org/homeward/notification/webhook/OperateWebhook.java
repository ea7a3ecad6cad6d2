package org.homeward.notification.webhook;

import static org.homeward.notification.webhook.WebhookTypes.WEBHOOK;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.homeward.contracts.notification.WebhookPauseReason;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.StateConflict;
import org.homeward.notification.webhook.Webhook.Active;
import org.homeward.notification.webhook.Webhook.Paused;
import org.homeward.notification.webhook.Webhook.Registered;
import org.homeward.notification.webhook.Webhook.Unconfirmed;

@UseCase("Confirm, pause, resume, replay or remove a webhook")
class OperateWebhook {

    private final Journal journal;

    OperateWebhook(Journal journal) {
        this.journal = journal;
    }

    Receipt confirm(UUID id, Call call) {
        return decide(
                id,
                call,
                (webhook, now) ->
                        switch (webhook) {
                            case Unconfirmed unconfirmed ->
                                    unconfirmed.confirm(call.actor().subject(), now);
                            case Active _ -> throw new StateConflict(WebhookState.ACTIVE.name());
                            case Paused _ -> throw new StateConflict(WebhookState.PAUSED.name());
                        });
    }

    Receipt pause(UUID id, Call call) {
        return decide(
                id,
                call,
                (webhook, now) -> active(webhook).pause(WebhookPauseReason.BY_ADMINISTRATOR, now));
    }

    Receipt resume(UUID id, Call call) {
        return decide(
                id,
                call,
                (webhook, now) ->
                        switch (webhook) {
                            case Paused paused -> paused.resume(now);
                            case Unconfirmed _ ->
                                    throw new StateConflict(WebhookState.UNCONFIRMED.name());
                            case Active _ -> throw new StateConflict(WebhookState.ACTIVE.name());
                        });
    }

    Receipt replay(UUID id, Instant from, Instant to, Call call) {
        return decide(id, call, (webhook, _) -> active(webhook).replay(from, to));
    }

    /** What it sealed can be read no more, in no back-up either. */
    Receipt remove(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var removed = decided(id, call, change, (webhook, _) -> webhook.remove());
                    change.destroyKey(id);
                    return removed;
                });
    }

    private Receipt decide(
            UUID id, Call call, BiFunction<Registered, Instant, Decision<Webhook>> decision) {
        return journal.run(call, change -> decided(id, call, change, decision));
    }

    private static Receipt decided(
            UUID id,
            Call call,
            Change change,
            BiFunction<Registered, Instant, Decision<Webhook>> decision) {
        var before = change.loadMatching(WEBHOOK, id, call);
        return switch (before.state()) {
            case Registered registered ->
                    Receipt.ok(
                            WebhookController.path(id),
                            change.update(before, decision.apply(registered, change.now())));
            case Webhook.Removed _ -> throw new NotFound();
        };
    }

    private static Active active(Registered webhook) {
        return switch (webhook) {
            case Active active -> active;
            case Unconfirmed _ -> throw new StateConflict(WebhookState.UNCONFIRMED.name());
            case Paused _ -> throw new StateConflict(WebhookState.PAUSED.name());
        };
    }
}

package org.homeward.notification.webhook;

import static org.homeward.notification.webhook.WebhookTypes.WEBHOOK;

import java.time.Instant;
import java.util.UUID;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
import org.homeward.notification.webhook.Webhook.Registered;

@UseCase("Give a webhook another secret; the one before signs too for a day, or ends at once")
class RotateSecret {

    private final Journal journal;
    private final ShowSecret secrets;

    RotateSecret(Journal journal, ShowSecret secrets) {
        this.journal = journal;
        this.secrets = secrets;
    }

    ShowSecret.Shown rotate(UUID id, Call call) {
        return replace(id, call, Registered::rotate);
    }

    ShowSecret.Shown revoke(UUID id, Call call) {
        return replace(id, call, (registered, secret, _) -> registered.revoke(secret));
    }

    private ShowSecret.Shown replace(UUID id, Call call, Replacement replacement) {
        var secret = Signature.newSecret();
        var receipt =
                journal.run(
                        call,
                        change -> {
                            var before = change.loadMatching(WEBHOOK, id, call);
                            return switch (before.state()) {
                                case Registered registered ->
                                        Receipt.ok(
                                                WebhookController.path(id),
                                                change.update(
                                                        before,
                                                        replacement.decide(
                                                                registered, secret, change.now())));
                                case Webhook.Removed _ -> throw new NotFound();
                            };
                        });
        return secrets.once(receipt, secret);
    }

    /** What becomes of the secret before. */
    @FunctionalInterface
    private interface Replacement {

        Decision<Webhook> decide(Registered webhook, String secret, Instant now);
    }
}

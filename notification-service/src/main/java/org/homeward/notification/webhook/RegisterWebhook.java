package org.homeward.notification.webhook;

import static org.homeward.notification.webhook.WebhookTypes.WEBHOOK;

import java.util.Set;
import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;

@UseCase("Register an address that events are posted to once another confirms it")
class RegisterWebhook {

    private final Journal journal;
    private final Destinations destinations;
    private final PublicEvents published;
    private final ShowSecret secrets;

    RegisterWebhook(
            Journal journal,
            Destinations destinations,
            PublicEvents published,
            ShowSecret secrets) {
        this.journal = journal;
        this.destinations = destinations;
        this.published = published;
        this.secrets = secrets;
    }

    ShowSecret.Shown register(UUID id, String url, Set<String> events, Call call) {
        // looked up outside the transaction, and refused within it: a repetition comes first
        var objection = destinations.objection(url);
        var secret = Signature.newSecret();
        var receipt =
                journal.run(
                        call,
                        change -> {
                            objection.ifPresent(
                                    wrong -> {
                                        throw new InvalidBody("/url", wrong);
                                    });
                            if (!published.types().containsAll(events)) {
                                throw new InvalidBody(
                                        "/events",
                                        "must be of " + String.join(", ", published.types()));
                            }
                            return Receipt.created(
                                    WebhookController.path(id),
                                    change.create(
                                            WEBHOOK,
                                            id,
                                            Webhook.register(
                                                    id,
                                                    url,
                                                    events,
                                                    secret,
                                                    call.actor().subject())));
                        });
        return secrets.once(receipt, secret);
    }
}

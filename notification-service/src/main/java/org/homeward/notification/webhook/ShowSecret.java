package org.homeward.notification.webhook;

import static org.homeward.notification.webhook.WebhookTypes.WEBHOOK;

import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.security.Scope;
import org.homeward.notification.webhook.Webhook.Registered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows a secret to whom it was made for, once. A repetition of the command is answered as before
 * but for the secret, which is kept nowhere beside the endpoint: whoever missed it rotates it.
 */
@Component
class ShowSecret {

    private final Aggregates aggregates;

    ShowSecret(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /**
     * @param made by this call; when it is not the one that is kept, another call has done the work
     */
    Shown once(Receipt receipt, String made) {
        boolean kept =
                aggregates
                        .find(WEBHOOK, receipt.id(), Scope.everything())
                        .filter(
                                found ->
                                        found.state() instanceof Registered registered
                                                && registered
                                                        .endpoint()
                                                        .keys()
                                                        .getFirst()
                                                        .secret()
                                                        .open()
                                                        .equals(made))
                        .isPresent();
        return new Shown(receipt, kept ? made : null);
    }

    /**
     * @param secret null when it was shown before
     */
    record Shown(Receipt receipt, @Nullable String secret) {

        @Override
        public String toString() {
            return "***";
        }
    }
}

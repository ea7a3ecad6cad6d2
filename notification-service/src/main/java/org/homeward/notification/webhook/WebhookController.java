package org.homeward.notification.webhook;

import static org.homeward.notification.webhook.WebhookTypes.WEBHOOK;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.RandomId;
import org.homeward.kit.web.Refuses;
import org.homeward.notification.webhook.Webhook.Registered;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(WebhookController.PATH)
class WebhookController {

    static final String PATH = "/api/v1/webhooks";

    private final RegisterWebhook registering;
    private final RotateSecret rotating;
    private final OperateWebhook operating;
    private final Aggregates aggregates;

    WebhookController(
            RegisterWebhook registering,
            RotateSecret rotating,
            OperateWebhook operating,
            Aggregates aggregates) {
        this.registering = registering;
        this.rotating = rotating;
        this.operating = operating;
        this.aggregates = aggregates;
    }

    static String path(UUID id) {
        return PATH + "/" + id;
    }

    @Operation(
            description =
                    "Once a data-protection-officer has confirmed it, events of these types are posted"
                            + " there, by the Standard Webhooks specification. The secret is shown"
                            + " in this answer and never again; a repetition of the call does not"
                            + " show it.")
    @PostMapping
    ResponseEntity<SecretView> register(@RequestBody @Valid NewWebhook body, Call call) {
        var id = Objects.requireNonNullElseGet(body.id(), UUID::randomUUID);
        return shown(registering.register(id, body.url(), body.events(), call));
    }

    @Operation(
            description =
                    "By another than who registered it: what happens from now on is posted there,"
                            + " and what the service heard of before is not.")
    @PostMapping("/{id}/confirmation")
    ResponseEntity<Receipt> confirm(@PathVariable UUID id, Call call) {
        return Answers.of(operating.confirm(id, call));
    }

    @Operation(
            description =
                    "Another secret, shown in this answer and never again. For 24 hours both sign.")
    @PostMapping("/{id}/rotation")
    ResponseEntity<SecretView> rotate(@PathVariable UUID id, Call call) {
        return shown(rotating.rotate(id, call));
    }

    @Operation(
            description =
                    "When a secret is known to who must not: another, shown in this answer and never"
                            + " again. No secret from before signs any more.")
    @PostMapping("/{id}/revocation")
    ResponseEntity<SecretView> revoke(@PathVariable UUID id, Call call) {
        return shown(rotating.revoke(id, call));
    }

    @PostMapping("/{id}/pause")
    ResponseEntity<Receipt> pause(@PathVariable UUID id, Call call) {
        return Answers.of(operating.pause(id, call));
    }

    @PostMapping("/{id}/resumption")
    ResponseEntity<Receipt> resume(@PathVariable UUID id, Call call) {
        return Answers.of(operating.resume(id, call));
    }

    @Operation(
            description =
                    "What happened in this time and was for this webhook is posted once more, with"
                            + " the webhook-ids it had.")
    @PostMapping("/{id}/replay")
    ResponseEntity<Receipt> replay(
            @PathVariable UUID id, @RequestBody @Valid Period body, Call call) {
        if (!body.from().isBefore(body.to())) {
            throw new InvalidBody("/to", "must be after from");
        }
        return Answers.of(operating.replay(id, body.from(), body.to(), call));
    }

    @PostMapping("/{id}/removal")
    ResponseEntity<Receipt> remove(@PathVariable UUID id, Call call) {
        return Answers.of(operating.remove(id, call));
    }

    @GetMapping
    Page<WebhookView> webhooks(Scope scope, PageRequest page) {
        var registered = Arrays.stream(WebhookState.values()).map(WebhookState::stored).toList();
        return aggregates
                .list(
                        WEBHOOK,
                        new Document("state._class", new Document("$in", registered)),
                        scope,
                        page)
                .map(found -> WebhookView.of(found, (Registered) found.state()));
    }

    @Refuses("410")
    @GetMapping("/{id}")
    ResponseEntity<WebhookView> webhook(@PathVariable UUID id, Scope scope) {
        var found =
                aggregates
                        .find(WEBHOOK, id, scope)
                        .map(one -> aggregates.legible(one, WebhookController::address))
                        .orElseThrow(NotFound::new);
        return switch (found.state()) {
            case Registered registered -> Answers.read(found, WebhookView.of(found, registered));
            case Webhook.Removed _ -> throw new NotFound();
        };
    }

    private static Optional<Secret<String>> address(Webhook webhook) {
        return webhook instanceof Registered registered
                ? Optional.of(registered.endpoint().url())
                : Optional.empty();
    }

    private static ResponseEntity<SecretView> shown(ShowSecret.Shown shown) {
        var receipt = shown.receipt();
        var plain = Answers.of(receipt);
        return ResponseEntity.status(plain.getStatusCode())
                .headers(plain.getHeaders())
                .body(
                        new SecretView(
                                receipt.id(),
                                receipt.version(),
                                receipt.sequence(),
                                shown.secret()));
    }

    /**
     * @param id made by the client, or by the service when it is left out
     * @param url https, of the public internet
     * @param events CloudEvents types of docs/events.md
     */
    record NewWebhook(
            @RandomId @Nullable UUID id,
            @NotNull @Size(max = 2000) String url,
            @NotEmpty @Size(max = 100) Set<@NotNull @Size(max = 100) String> events) {

        /** Without the address, for it ends up in logs. */
        @Override
        public String toString() {
            return "webhook for " + events;
        }
    }

    /**
     * @param from when the first event happened
     * @param to before which the last happened
     */
    record Period(@NotNull Instant from, @NotNull Instant to) {}

    /**
     * The answer of a command that makes a secret.
     *
     * @param secret {@code whsec_} and 32 bytes in base64; null when it was shown before
     */
    record SecretView(UUID id, long version, long sequence, @Nullable String secret) {

        @Override
        public String toString() {
            return "secret of " + id;
        }
    }
}

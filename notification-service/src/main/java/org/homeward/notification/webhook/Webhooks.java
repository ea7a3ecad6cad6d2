package org.homeward.notification.webhook;

import static org.homeward.notification.webhook.WebhookTypes.WEBHOOK;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.homeward.contracts.notification.WebhookPauseReason;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.notification.webhook.Webhook.Active;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What webhooks offer to deliveries. */
@Component
public class Webhooks {

    private static final String STATE = "state._class";

    private final MongoTemplate template;

    Webhooks(MongoTemplate template) {
        this.template = template;
    }

    /** Those that are confirmed and want events of this type, also while they are paused. */
    public List<UUID> wanting(String type, Change change) {
        var query =
                Query.query(
                        Criteria.where("state.endpoint.events")
                                .is(type)
                                .and(STATE)
                                .in(WebhookState.ACTIVE.stored(), WebhookState.PAUSED.stored()));
        query.fields().include("_id");
        return change.mongo().find(query, Document.class, WEBHOOK.collection()).stream()
                .map(found -> found.get("_id", UUID.class))
                .toList();
    }

    /**
     * All that are confirmed and not paused; those that were removed too, for what was queued for
     * them.
     */
    public List<Open> open() {
        var closed = List.of(WebhookState.UNCONFIRMED.stored(), WebhookState.PAUSED.stored());
        var open = new Document(STATE, new Document("$nin", closed));
        return template.getDb()
                .getCollection(WEBHOOK.collection())
                .find(open)
                .projection(new Document("state.endpoint.replay", 1))
                .map(
                        found ->
                                new Open(
                                        found.get("_id", UUID.class),
                                        found.getEmbedded(
                                                        List.of("state", "endpoint", "replay"),
                                                        Document.class)
                                                != null))
                .into(new ArrayList<>());
    }

    /**
     * A webhook that messages may be taken up for.
     *
     * @param replays whether a period is to be posted once more
     */
    public record Open(UUID id, boolean replays) {}

    /** It has taken a message: whatever was wrong with it is over. */
    public void hasTaken(UUID webhook, Change change) {
        decide(webhook, change, Active::hasTaken);
    }

    /**
     * It has not taken a message, and is paused when it has taken none for days.
     *
     * @param gone whether it said that it never will again
     */
    public void hasRefused(UUID webhook, boolean gone, Change change) {
        decide(
                webhook,
                change,
                active ->
                        gone
                                ? Optional.of(active.pause(WebhookPauseReason.GONE, change.now()))
                                : active.hasRefused(change.now()));
    }

    /** What of a period is still to be posted once more. */
    public Optional<Replay> replay(UUID webhook, Change change) {
        return change.find(WEBHOOK, webhook)
                .flatMap(
                        found ->
                                found.state() instanceof Active active
                                        ? Optional.ofNullable(active.endpoint().replay())
                                        : Optional.empty());
    }

    /**
     * @param rest null when all has been taken up
     */
    public void replaying(UUID webhook, @Nullable Replay rest, Change change) {
        decide(webhook, change, active -> Optional.of(active.replaying(rest)));
    }

    private static void decide(
            UUID webhook, Change change, Function<Active, Optional<Decision<Webhook>>> decision) {
        change.find(WEBHOOK, webhook)
                .ifPresent(
                        found -> {
                            if (found.state() instanceof Active active) {
                                decision.apply(active)
                                        .ifPresent(decided -> change.update(found, decided));
                            }
                        });
    }
}

package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;
import org.homeward.notification.delivery.Delivery.Delivered;
import org.homeward.notification.delivery.Delivery.Failed;
import org.homeward.notification.delivery.Message.Post;
import org.homeward.notification.webhook.Replay;
import org.homeward.notification.webhook.Webhooks;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.BasicQuery;

/**
 * Queues once more what a webhook was posted in a period, some at a time. How far it has come is
 * stored with each step, so it goes on wherever a process ended.
 */
@UseCase("Post a period once more")
class PostAgain {

    private static final int STEP = 50;
    private static final String HAPPENED = "state.message.happened";

    private final Journal journal;
    private final Webhooks webhooks;
    private final People people;

    PostAgain(Journal journal, Webhooks webhooks, People people) {
        this.journal = journal;
        this.webhooks = webhooks;
        this.people = people;
    }

    /** Takes up the next; does nothing when there is nothing to replay. */
    void some(UUID webhook) {
        journal.<Boolean>inTransaction(
                Origin.system("replay a webhook", UUID.randomUUID()),
                change -> {
                    webhooks.replay(webhook, change)
                            .ifPresent(replay -> some(webhook, replay, change));
                    return true;
                });
    }

    private void some(UUID webhook, Replay replay, Change change) {
        var found = next(webhook, replay, change);
        found.forEach(one -> queue(one.id(), change));
        var rest =
                found.size() < STEP
                        ? null
                        : new Replay(found.getLast().happened(), replay.to(), found.getLast().id());
        webhooks.replaying(webhook, rest, change);
    }

    /** What waits to be posted anyway stays as it is, and what names somebody who was erased. */
    private void queue(UUID id, Change change) {
        change.find(DELIVERY, id)
                .filter(stored -> !namesErased(stored.state().message(), change))
                .ifPresent(
                        stored -> {
                            switch (stored.state()) {
                                case Delivered delivered ->
                                        change.update(stored, delivered.again(change.now()));
                                case Failed failed ->
                                        change.update(stored, failed.again(change.now()));
                                case Delivery.Queued _, Delivery.Suppressed _ -> {}
                            }
                        });
    }

    private boolean namesErased(Message message, Change change) {
        return message instanceof Post post && people.isErased(post.beneficiary(), change.mongo());
    }

    private static List<Found> next(UUID webhook, Replay replay, Change change) {
        var wanted = new Document("state.message.to.webhook", webhook);
        var from = Date.from(replay.from());
        var to = Date.from(replay.to());
        if (replay.after() == null) {
            wanted.append(HAPPENED, new Document("$gte", from).append("$lt", to));
        } else {
            wanted.append(
                    "$or",
                    List.of(
                            new Document(HAPPENED, from)
                                    .append("_id", new Document("$gt", replay.after())),
                            new Document(HAPPENED, new Document("$gt", from).append("$lt", to))));
        }
        var query = new BasicQuery(wanted, new Document("_id", 1).append(HAPPENED, 1));
        query.with(Sort.by(HAPPENED, "_id")).limit(STEP);
        return change.mongo().find(query, Document.class, DELIVERY.collection()).stream()
                .map(
                        document ->
                                new Found(
                                        document.get("_id", UUID.class),
                                        document.getEmbedded(
                                                        List.of("state", "message", "happened"),
                                                        Date.class)
                                                .toInstant()))
                .toList();
    }

    private record Found(UUID id, Instant happened) {}
}

package org.homeward.bench.ours;

import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.homeward.bench.load.Effects;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.kit.inbox.EventHandler;
import org.homeward.kit.inbox.Received;
import org.homeward.kit.inbox.Transactions;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;

/**
 * The sample reaction: one document of a projection for each event. An effect happens when the
 * transaction that holds it is committed, so that is when it is told.
 */
final class SeenParcels implements EventHandler<NotificationDelivered>, Transactions {

    private final Journal journal;
    private final Effects effects;
    private final ThreadLocal<List<UUID>> handled = ThreadLocal.withInitial(ArrayList::new);

    SeenParcels(Journal journal, Effects effects) {
        this.journal = journal;
        this.effects = effects;
    }

    @Override
    public void on(NotificationDelivered event, Received received, Change change) {
        change.companion(
                "seen",
                new InsertOneModel<>(
                        new Document("_id", received.aggregate())
                                .append("sequence", received.sequence())
                                .append("channel", event.channel().name())
                                .append("about", event.about())));
        handled.get().add(received.aggregate());
    }

    @Override
    public <T> T run(Origin origin, Function<Change, T> work) {
        T result =
                journal.inTransaction(
                        origin,
                        change -> {
                            handled.get().clear();
                            return work.apply(change);
                        });
        effects.happened(handled.get());
        handled.get().clear();
        return result;
    }
}

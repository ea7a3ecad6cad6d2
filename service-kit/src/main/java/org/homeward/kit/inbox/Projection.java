package org.homeward.kit.inbox;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.contracts.Event;

/**
 * A collection that says nothing but what events have said, so that it can be built again from
 * their beginning. A handler writes there and nowhere else; its writes are gathered and sent in
 * their order, many at once, within the transaction of their events or of a rebuild.
 */
public final class Projection {

    private final Consumer<WriteModel<Document>> writes;

    Projection(Consumer<WriteModel<Document>> writes) {
        this.writes = writes;
    }

    /** Changes the row with this id, which is made when there is none. */
    public void upsert(UUID id, Bson update) {
        writes.accept(
                new UpdateOneModel<>(
                        new Document("_id", id), update, new UpdateOptions().upsert(true)));
    }

    /** Puts a row into the place of what was known under its id. */
    public void put(UUID id, Document row) {
        writes.accept(
                new ReplaceOneModel<>(
                        new Document("_id", id),
                        new Document(row).append("_id", id),
                        new ReplaceOptions().upsert(true)));
    }

    /**
     * What an event changes in a projection. It depends on the event alone, not on clocks or
     * chance: a rebuild gives the same again.
     */
    @FunctionalInterface
    public interface Handler<E extends Event> {

        void on(E event, Projection projection);
    }
}

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

    /** Field of a row of which nothing else is known, nor will be. */
    public static final String ERASED = "erased";

    private final Consumer<WriteModel<Document>> writes;

    Projection(Consumer<WriteModel<Document>> writes) {
        this.writes = writes;
    }

    /**
     * Changes the row with this id, which is made when there is none; one that was erased stays as
     * it is.
     */
    public void upsert(UUID id, Bson update) {
        // in one write, a row with the mark would not be found, and be made a second time
        writes.accept(
                new UpdateOneModel<>(
                        new Document("_id", id),
                        new Document("$setOnInsert", new Document()),
                        new UpdateOptions().upsert(true)));
        writes.accept(
                new UpdateOneModel<>(
                        new Document("_id", id).append(ERASED, new Document("$ne", true)), update));
    }

    /**
     * Leaves nothing under this id but {@value #ERASED}, for ever: facts of before come in any
     * order, and what is told of her later or read again changes nothing.
     */
    public void erase(UUID id) {
        writes.accept(
                new ReplaceOneModel<>(
                        new Document("_id", id),
                        new Document("_id", id).append(ERASED, true),
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

package org.homeward.kit.inbox;

import java.util.Objects;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Plain documents within the transaction that the operations are bound to. (What {@code
 * getCollection} gives is bound to none, silently.)
 */
final class Documents {

    private Documents() {}

    static <T> T in(MongoOperations mongo, String collection, CollectionCallback<T> work) {
        return Objects.requireNonNull(mongo.execute(collection, work));
    }
}

package org.homeward.kit.inbox;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Collections and indexes of the inbox. They are made before the first poll is handled, because a
 * transaction must not wait for the making of a collection; and not at start, when the database may
 * still be away.
 */
final class InboxCollections {

    private final MongoTemplate mongo;
    private volatile boolean made;

    InboxCollections(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void make() {
        if (made) {
            return;
        }
        MongoDatabase database = mongo.getDb();
        database.getCollection(Positions.COLLECTION)
                .createIndex(
                        Indexes.ascending("blocked.why", "_id.c"),
                        new IndexOptions()
                                .name("blocked")
                                .partialFilterExpression(
                                        new Document(
                                                "blocked.why", new Document("$exists", true))));
        database.getCollection(ParkingPlace.COLLECTION)
                .createIndex(
                        Indexes.ascending("c", "s", "epoch", "sequence"),
                        new IndexOptions().name("order"));
        // an index of no use beside _id, but to make one is to make the collection, and twice is
        // once
        database.getCollection(ParkingPlace.DISCARDED)
                .createIndex(Indexes.ascending("discarded.at"), new IndexOptions().name("newest"));
        database.getCollection(Progress.COLLECTION)
                .createIndex(Indexes.ascending("_id.t"), new IndexOptions().name("topic"));
        made = true;
    }
}

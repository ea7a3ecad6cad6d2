package org.homeward.story.service;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.sealing.KeyVault;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The keys of the running service, to be broken and mended. */
final class Vault {

    private final MongoCollection<Document> keys;
    private final KeyVault opened;
    private final Journal journal;
    private final List<Document> before = new ArrayList<>();

    Vault(MongoDatabaseFactory mongo, KeyVault opened, Journal journal) {
        var data = mongo.getMongoDatabase().getName();
        this.keys = mongo.getMongoDatabase(data + "_vault").getCollection("keys");
        this.opened = opened;
        this.journal = journal;
    }

    /** From now on the record has a key that nothing opens. */
    void breakKey(UUID record) {
        var other =
                new Document("_id", record)
                        .append("wrapped", new Binary(new byte[60]))
                        .append("master", 1);
        before.add(
                Objects.requireNonNull(keys.findOneAndReplace(new Document("_id", record), other)));
        opened.forget(record);
    }

    /** From now on it has none, as when a vault lost it. */
    void loseKey(UUID record) {
        before.add(Objects.requireNonNull(keys.findOneAndDelete(new Document("_id", record))));
        opened.forget(record);
    }

    /** From now on the vault knows that it was destroyed, and the record does not. */
    void destroyKey(UUID record) {
        journal.<Boolean>inTransaction(
                Origin.system("destroy a key", UUID.randomUUID()),
                change -> {
                    change.destroyKey(record);
                    return true;
                });
    }

    /** All have theirs again. */
    void mend() {
        for (var key : before) {
            var record = key.get("_id", UUID.class);
            keys.deleteOne(new Document("_id", record));
            keys.insertOne(key);
            opened.forget(record);
        }
        before.clear();
    }
}

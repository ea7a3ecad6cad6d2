package org.homeward.kit.sealing;

import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Keys as they lie in the vault, {@code {_id, wrapped, master}}: wrapped by a version of the master
 * key and bound to their id, so that one can't be put in the place of another.
 */
record WrappedKeys(MongoCollection<Document> keys, MasterKey master) {

    static final String WRAPPED = "wrapped";

    /** The version of the master key that wraps it; a destroyed key has none. */
    static final String MASTER = "master";

    /**
     * @throws IllegalStateException when the vault holds what this master key can't unwrap
     */
    void prepare() {
        keys.createIndex(Indexes.ascending(MASTER));
        for (int version : inUse()) {
            if (!master.versions().contains(version)) {
                throw new IllegalStateException(
                        "the vault holds keys that version %d of the master key wraps, and it is not at hand: bring it back until none is left"
                                .formatted(version));
            }
        }
    }

    /** The versions of the master key that wrap anything. */
    SortedSet<Integer> inUse() {
        return keys.distinct(MASTER, gte(MASTER, 1), Integer.class).into(new TreeSet<>());
    }

    Document wrap(Object id, byte[] key) {
        try {
            int version = master.wrapping();
            byte[] wrapped = master.version(version).encrypt(key, place(id));
            return new Document("_id", id)
                    .append(WRAPPED, new Binary(wrapped))
                    .append(MASTER, version);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a key can't be wrapped", failed);
        }
    }

    byte[] unwrap(Document key) throws GeneralSecurityException {
        return master.version(key.getInteger(MASTER))
                .decrypt(key.get(WRAPPED, Binary.class).getData(), place(idOf(key)));
    }

    static Object idOf(Document key) {
        return Objects.requireNonNull(key.get("_id"));
    }

    private static byte[] place(Object id) {
        return String.valueOf(id).getBytes(StandardCharsets.UTF_8);
    }
}

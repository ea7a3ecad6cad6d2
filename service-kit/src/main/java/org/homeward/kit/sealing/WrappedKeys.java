package org.homeward.kit.sealing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
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
        keys.createIndex(Indexes.ascending(MASTER, "_id"));
        for (int version : inUse()) {
            if (!master.versions().contains(version)) {
                throw new IllegalStateException(
                        "the vault holds keys that version %d of the master key wraps, and it is not at hand: bring it back until none is left"
                                .formatted(version));
            }
        }
    }

    /**
     * What each version is told by stands in the vault since it first wrapped, {@code {_id,
     * wrapped}} without a version, so that it counts among no keys. A number that has wrapped is
     * never another key's.
     *
     * @throws IllegalStateException when a version at hand is not the key that it was
     */
    void prove() {
        if (keys.find(eq(proofOf(master.wrapping()))).first() == null) {
            makeProof(master.wrapping());
        }
        for (int version : master.versions()) {
            var proof = keys.find(eq(proofOf(version))).first();
            if (proof != null) {
                prove(version, proof);
            }
        }
    }

    /** Of several instances that start at once one makes it, and it binds them all. */
    private void makeProof(int version) {
        var proof = wrap(proofOf(version), new byte[0]);
        proof.remove(MASTER);
        try {
            keys.insertOne(proof);
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
        }
    }

    private void prove(int version, Document proof) {
        try {
            unwrap(version, proof);
        } catch (GeneralSecurityException other) {
            throw new IllegalStateException(
                    "version %d of the master key is not the one that wrapped in this vault"
                            .formatted(version),
                    other);
        }
    }

    private static String proofOf(int version) {
        return "master/" + version;
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
        return unwrap(key.getInteger(MASTER), key);
    }

    private byte[] unwrap(int version, Document key) throws GeneralSecurityException {
        return master.version(version)
                .decrypt(key.get(WRAPPED, Binary.class).getData(), place(idOf(key)));
    }

    static Object idOf(Document key) {
        return Objects.requireNonNull(key.get("_id"));
    }

    private static byte[] place(Object id) {
        return String.valueOf(id).getBytes(StandardCharsets.UTF_8);
    }
}

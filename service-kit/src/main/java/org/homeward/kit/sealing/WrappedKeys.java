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
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.web.Unavailable;

/**
 * Keys as they lie in the vault, {@code {_id, wrapped, master}}: wrapped by a version of the master
 * key and bound to their id, so that one can't be put in the place of another. While the master key
 * can't be asked, whatever needs it raises an alarm and is {@link Unavailable}.
 */
record WrappedKeys(MongoCollection<Document> keys, MasterKey master, Alarms alarms) {

    private static final int TRY_AGAIN = 10;

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

    /**
     * @throws Unavailable while the master key can't be asked
     */
    Document wrap(Object id, byte[] key) {
        try {
            int version = master.wrapping();
            byte[] wrapped = master.version(version).encrypt(key, place(id));
            return new Document("_id", id)
                    .append(WRAPPED, new Binary(wrapped))
                    .append(MASTER, version);
        } catch (MasterKeyAway away) {
            throw unavailable(away);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a key can't be wrapped", failed);
        }
    }

    /**
     * @throws Unavailable while the master key can't be asked
     * @throws GeneralSecurityException when it does not fit, or its version is not at hand
     */
    byte[] unwrap(Document key) throws GeneralSecurityException {
        return unwrap(key.getInteger(MASTER), key);
    }

    private byte[] unwrap(int version, Document key) throws GeneralSecurityException {
        try {
            return master.version(version)
                    .decrypt(key.get(WRAPPED, Binary.class).getData(), place(idOf(key)));
        } catch (MasterKeyAway away) {
            throw unavailable(away);
        }
    }

    private Unavailable unavailable(MasterKeyAway away) {
        alarms.raise("master-key-away", "the master key can't be asked", away);
        return new Unavailable(
                "The keys of what is sealed can't be asked for now. Nothing was changed: try again.",
                TRY_AGAIN);
    }

    static Object idOf(Document key) {
        return Objects.requireNonNull(key.get("_id"));
    }

    private static byte[] place(Object id) {
        return String.valueOf(id).getBytes(StandardCharsets.UTF_8);
    }
}

package org.homeward.kit.sealing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.web.Unavailable;

/**
 * Keys as they lie in the vault, {@code {_id, wrapped, master}}: wrapped by a version of the master
 * key and bound to their id, so that one can't be put in the place of another. While the master key
 * can't be asked, whatever needs it raises an alarm and is {@link Unavailable}. A row of any other
 * shape is a key that does not open: rows are read as they lie, so that none of them fails a query.
 */
record WrappedKeys(MongoCollection<BsonDocument> keys, MasterKey master, Alarms alarms) {

    private static final String KEYS = "keys";
    private static final int TRY_AGAIN = 10;

    static final String WRAPPED = "wrapped";

    /** The version of the master key that wraps it; a destroyed key has none. */
    static final String MASTER = "master";

    static WrappedKeys in(MongoDatabase vault, MasterKey master, Alarms alarms) {
        return new WrappedKeys(vault.getCollection(KEYS, BsonDocument.class), master, alarms);
    }

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
        var proof = wrap(new BsonString(proofOf(version)), new byte[0]);
        proof.remove(MASTER);
        try {
            keys.insertOne(proof);
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
        }
    }

    private void prove(int version, BsonDocument proof) {
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
        var versions = new TreeSet<Integer>();
        for (var found : keys.distinct(MASTER, gte(MASTER, 1), BsonValue.class)) {
            if (found instanceof BsonInt32 version) {
                versions.add(version.getValue());
            }
        }
        return versions;
    }

    /**
     * @throws Unavailable while the master key can't be asked
     */
    BsonDocument wrap(BsonValue id, byte[] key) {
        try {
            int version = master.wrapping();
            byte[] wrapped = master.version(version).encrypt(key, place(id));
            return new BsonDocument("_id", id)
                    .append(WRAPPED, new BsonBinary(wrapped))
                    .append(MASTER, new BsonInt32(version));
        } catch (MasterKeyAway away) {
            throw unavailable(away);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a key can't be wrapped", failed);
        }
    }

    /**
     * @throws Unavailable while the master key can't be asked
     * @throws GeneralSecurityException when it does not fit, its version is not at hand, or what
     *     lies there is no wrapped key
     */
    byte[] unwrap(BsonDocument key) throws GeneralSecurityException {
        if (!(key.get(MASTER) instanceof BsonInt32 version)) {
            throw new GeneralSecurityException("no version of the master key wraps it");
        }
        return unwrap(version.getValue(), key);
    }

    private byte[] unwrap(int version, BsonDocument key) throws GeneralSecurityException {
        if (!(key.get(WRAPPED) instanceof BsonBinary bytes)) {
            throw new GeneralSecurityException("what lies there is no wrapped key");
        }
        try {
            return master.version(version).decrypt(bytes.getData(), place(idOf(key)));
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

    static BsonValue idOf(BsonDocument key) {
        return Objects.requireNonNull(key.get("_id"));
    }

    /** Of a record its UUID, of a key of the service itself its name. */
    static String nameOf(BsonValue id) {
        return switch (id) {
            case BsonBinary uuid when isUuid(uuid) -> uuid.asUuid().toString();
            case BsonString name -> name.getValue();
            default -> "(" + id.getBsonType() + ")";
        };
    }

    private static boolean isUuid(BsonBinary id) {
        return id.getType() == BsonBinarySubType.UUID_STANDARD.getValue()
                && id.getData().length == 2 * Long.BYTES;
    }

    private static byte[] place(BsonValue id) {
        return nameOf(id).getBytes(StandardCharsets.UTF_8);
    }
}

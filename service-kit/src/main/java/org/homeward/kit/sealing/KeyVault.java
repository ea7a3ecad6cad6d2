package org.homeward.kit.sealing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.web.Hmac;
import org.homeward.kit.web.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * One data key for each record, wrapped by the master key, in a database of its own: it is backed
 * up apart from the data, so destroying a key really erases what it sealed. A destroyed key leaves
 * a tombstone and is never made again. A tombstone is signed by a key that the database does not
 * hold: one of another hand is an alarm, and makes its record unreadable, but nobody acts on it.
 *
 * <p>Opened keys are remembered for at most a minute: that is how long another instance may still
 * read a record after its key was destroyed, and the same while the master key can't be asked.
 * Whatever needs a key that is not remembered is {@link Unavailable} meanwhile.
 */
public final class KeyVault {

    private static final String DESTROYED = "destroyed";
    private static final String MAC = "mac";

    /** All UUIDs and no other id: binary ones are ordered by length, subtype and bytes. */
    private static final Bson RECORDS =
            and(gte("_id", new UUID(0, 0)), lte("_id", new UUID(-1, -1)));

    private final MongoCollection<BsonDocument> keys;
    private final WrappedKeys wrapped;
    private final Alarms alarms;
    private final byte[] root;
    private final Hmac tombstones;
    private final Cache<UUID, Aead> opened =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofSeconds(60))
                    .maximumSize(20_000)
                    .build();

    private KeyVault(WrappedKeys wrapped, byte[] root, Alarms alarms) {
        this.keys = wrapped.keys();
        this.wrapped = wrapped;
        this.root = root;
        this.tombstones = new Hmac(derive(root, "tombstones"));
        this.alarms = alarms;
    }

    /**
     * Opens the vault of a service's data, or makes it for data that has none yet.
     *
     * @throws IllegalStateException when a version of the master key is missing or not the one that
     *     wraps what lies in the vault, or the vault not the one of this data; the message says
     *     which
     * @throws Unavailable while the master key can't be asked
     */
    public static KeyVault open(
            MongoDatabase data, MongoDatabase vault, MasterKey master, Alarms alarms) {
        var wrapped = WrappedKeys.in(vault, master, alarms);
        wrapped.prepare();
        byte[] root = RootKey.of(data, wrapped);
        wrapped.prove();
        return new KeyVault(wrapped, root, alarms);
    }

    /**
     * A key of its own for each purpose, so that one can't be used for another. It stays the same
     * when the master key is replaced.
     *
     * @return 32 bytes
     */
    public byte[] derive(String purpose) {
        return derive(root, purpose);
    }

    static byte[] derive(byte[] root, String purpose) {
        try {
            return Hkdf.computeHkdf(
                    "HMACSHA256",
                    root,
                    new byte[0],
                    ("homeward/1/" + purpose).getBytes(StandardCharsets.UTF_8),
                    RootKey.BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no HMAC-SHA256 on this machine", impossible);
        }
    }

    /** A key of the service itself that is replaced version by version. */
    public VersionedKey versioned(String name) {
        return new VersionedKey(name, wrapped);
    }

    /**
     * @throws KeyDestroyed when it was
     * @throws SealBroken when there is none (the vault is older than the data) or it does not fit
     * @throws Unavailable while the master key can't be asked
     */
    public Aead key(UUID owner) {
        Aead known = opened.getIfPresent(owner);
        if (known != null) {
            return known;
        }
        var aead = unwrap(owner, keys.find(eq(owner)).first());
        opened.put(owner, aead);
        return aead;
    }

    /**
     * Fetches the key that a record has or would have, whether it is remembered or not: one query
     * for every id, where what lies sealed decides who may know that there is a record.
     *
     * @return whether it was destroyed; what is broken, or can't be asked for now, shows when it is
     *     read
     */
    public boolean ask(UUID owner) {
        var key = keys.find(eq(owner)).first();
        if (key == null) {
            return false;
        }
        if (isTombstone(key)) {
            raiseUnlessOurs(owner, key);
            return true;
        }
        remember(List.of(key));
        return false;
    }

    /** Fetches the keys of a page of records in one round trip; what is broken shows when read. */
    public void warm(Collection<UUID> owners) {
        var missing = owners.stream().filter(id -> opened.getIfPresent(id) == null).toList();
        if (!missing.isEmpty()) {
            remember(keys.find(in("_id", missing)));
        }
    }

    private void remember(Iterable<BsonDocument> found) {
        try {
            for (BsonDocument key : found) {
                if (!isTombstone(key)) {
                    var owner = WrappedKeys.idOf(key).asBinary().asUuid();
                    tryUnwrap(key).ifPresent(aead -> opened.put(owner, aead));
                }
            }
        } catch (Unavailable _) {
            // the others are not asked for either: whoever reads one of them is told
        }
    }

    /** The place of a stored document that is read outside a transaction. */
    public SealingPlace reading(String collection, UUID owner) {
        return new SealingPlace(collection, owner, () -> key(owner), this);
    }

    /**
     * The key of a record within a transaction; made with it when the record has none yet. It is
     * read each time, for what is remembered may have been destroyed, here or elsewhere.
     *
     * @param sealed whether something of the record lies sealed already: then its key is never made
     * @throws KeyDestroyed when it was, by this transaction or before
     * @throws SealBroken when it does not fit, or is missing although it must be there
     * @throws Unavailable while the master key can't be asked
     */
    public Aead keyForWriting(ClientSession session, UUID owner, boolean sealed) {
        var stored = keys.find(session, eq(owner)).first();
        return stored == null && !sealed
                ? make(owner, row -> keys.insertOne(session, row))
                : unwrap(owner, stored);
    }

    /**
     * Replaces the key of a record within a transaction: what the old one sealed can't be read any
     * more, in whatever back-up it lies.
     *
     * @return the new one
     * @throws KeyDestroyed when it was
     * @throws SealBroken when there is none, or it does not fit
     * @throws Unavailable while the master key can't be asked
     */
    public Aead renew(ClientSession session, UUID owner) {
        unwrap(owner, keys.find(session, eq(owner)).first());
        return make(owner, row -> keys.replaceOne(session, eq(owner), row));
    }

    /**
     * Makes the keys of many records that have none and never had, with one write and no
     * transaction: for who brings in very many.
     *
     * @param owners one or more, each once
     * @return the keys, by their records
     * @throws com.mongodb.MongoBulkWriteException when one of them has a key, or had one that was
     *     destroyed: that stays as it is, those of the others are made
     * @throws Unavailable while the master key can't be asked
     */
    public Map<UUID, Aead> makeAll(Collection<UUID> owners) {
        var made = new HashMap<UUID, Aead>();
        var rows = new ArrayList<BsonDocument>();
        owners.forEach(owner -> made.put(owner, make(owner, rows::add)));
        keys.insertMany(rows, new InsertManyOptions().ordered(false));
        return made;
    }

    private Aead make(UUID owner, Consumer<BsonDocument> writer) {
        try {
            var handle =
                    KeysetHandle.generateNew(
                            PredefinedAeadParameters.AES256_GCM, WrittenMasterKey.TINK);
            byte[] key =
                    TinkProtoKeysetFormat.serializeKeyset(
                            handle, InsecureSecretKeyAccess.get(), WrittenMasterKey.TINK);
            writer.accept(wrapped.wrap(new BsonBinary(owner), key));
            return handle.getPrimitive(WrittenMasterKey.TINK, Aead.class);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a record key can't be made", failed);
        }
    }

    /**
     * Destroys the keys within the transaction that erases or retracts their records, with one
     * write. A record that has none, and never had, leaves a tombstone all the same.
     *
     * @param owners one or more
     */
    public void destroy(ClientSession session, Collection<UUID> owners, Instant at) {
        keys.bulkWrite(session, owners.stream().map(owner -> tombstone(owner, at)).toList());
    }

    private ReplaceOneModel<BsonDocument> tombstone(UUID owner, Instant at) {
        return new ReplaceOneModel<>(
                eq(owner),
                new BsonDocument("_id", new BsonBinary(owner))
                        .append(DESTROYED, new BsonDateTime(at.toEpochMilli()))
                        .append(MAC, new BsonBinary(mac(owner, at))),
                new ReplaceOptions().upsert(true));
    }

    /**
     * Tells the records whose tombstones this vault has written, in the order of their ids. Any
     * other tombstone is an alarm and passed over, whatever its id.
     *
     * @param most in a portion, 1 or more
     * @param portions is given each, none of them empty, those after one that it fails for as well
     * @throws RuntimeException the first that it threw, once it was given all
     */
    public void destroyed(int most, Consumer<List<UUID>> portions) {
        var destroyed = eq(WrappedKeys.MASTER, null);
        var ofNoRecord = and(destroyed, eq(WrappedKeys.WRAPPED, null), nor(RECORDS));
        if (keys.countDocuments(ofNoRecord) > 0) {
            raiseForged("of no record: their ids are no UUIDs");
        }
        var rest = RECORDS;
        RuntimeException failure = null;
        List<BsonDocument> found;
        do {
            found =
                    keys.find(and(destroyed, rest))
                            .sort(Sorts.ascending("_id"))
                            .limit(most)
                            .into(new ArrayList<>());
            var ours = new ArrayList<UUID>();
            var forged = new ArrayList<UUID>();
            for (var tombstone : found) {
                var owner = WrappedKeys.idOf(tombstone).asBinary().asUuid();
                (isOurs(owner, tombstone) ? ours : forged).add(owner);
                rest = and(RECORDS, gt("_id", owner));
            }
            if (!forged.isEmpty()) {
                raiseForged(forged.toString());
            }
            if (!ours.isEmpty()) {
                try {
                    portions.accept(ours);
                } catch (RuntimeException failed) {
                    failure = failure == null ? failed : failure;
                }
            }
        } while (found.size() == most);
        if (failure != null) {
            throw failure;
        }
    }

    private byte[] mac(UUID owner, Instant at) {
        return tombstones.of(
                ByteBuffer.allocate(3 * Long.BYTES)
                        .putLong(owner.getMostSignificantBits())
                        .putLong(owner.getLeastSignificantBits())
                        .putLong(at.toEpochMilli())
                        .array());
    }

    private static boolean isTombstone(BsonDocument key) {
        return !key.containsKey(WrappedKeys.WRAPPED);
    }

    private boolean isOurs(UUID owner, BsonDocument tombstone) {
        return tombstone.get(DESTROYED) instanceof BsonDateTime at
                && tombstone.get(MAC) instanceof BsonBinary mac
                && MessageDigest.isEqual(
                        mac.getData(), mac(owner, Instant.ofEpochMilli(at.getValue())));
    }

    private void raiseUnlessOurs(UUID owner, BsonDocument tombstone) {
        if (!isOurs(owner, tombstone)) {
            raiseForged(List.of(owner).toString());
        }
    }

    private void raiseForged(String which) {
        alarms.raise(
                "vault-forged",
                "tombstones in the vault that this service did not write: " + which,
                null);
    }

    /** Forgets an opened key, after the commit that destroyed or renewed it. */
    public void forget(UUID owner) {
        opened.invalidate(owner);
    }

    /**
     * Raises the alarm that something can't be opened.
     *
     * @param place collection and random id, nothing personal
     * @return to be thrown
     */
    public SealBroken broken(String place, @Nullable Throwable why) {
        alarms.raise(
                "record-unreadable",
                why == null
                        ? "the key of %s is missing in the vault".formatted(place)
                        : "%s does not open: key or content is not the one it was".formatted(place),
                why);
        return new SealBroken();
    }

    private Aead unwrap(UUID owner, @Nullable BsonDocument key) {
        if (key == null) {
            throw broken(owner.toString(), null);
        }
        if (isTombstone(key)) {
            raiseUnlessOurs(owner, key);
            throw new KeyDestroyed();
        }
        try {
            return aead(key);
        } catch (GeneralSecurityException doesNotFit) {
            throw broken(owner.toString(), doesNotFit);
        }
    }

    private Optional<Aead> tryUnwrap(BsonDocument key) {
        try {
            return Optional.of(aead(key));
        } catch (GeneralSecurityException doesNotFit) {
            return Optional.empty();
        }
    }

    private Aead aead(BsonDocument key) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(
                        wrapped.unwrap(key), InsecureSecretKeyAccess.get(), WrittenMasterKey.TINK)
                .getPrimitive(WrittenMasterKey.TINK, Aead.class);
    }
}

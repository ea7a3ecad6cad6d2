package org.homeward.kit.sealing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * One data key for each record, wrapped by the master key, in a database of its own: it is backed
 * up apart from the data, so destroying a key really erases what it sealed. A destroyed key leaves
 * a tombstone and is never made again.
 *
 * <p>Opened keys are remembered for at most a minute: that is how long another instance may still
 * read a record after its key was destroyed.
 */
public final class KeyVault {

    private static final String WRAPPED = "wrapped";
    private static final String DESTROYED = "destroyed";

    private final MongoCollection<Document> keys;
    private final MasterKey master;
    private final Cache<UUID, Aead> opened =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofSeconds(60))
                    .maximumSize(20_000)
                    .build();

    public KeyVault(MongoCollection<Document> keys, MasterKey master) {
        this.keys = keys;
        this.master = master;
    }

    /**
     * @throws KeyDestroyed when it was
     * @throws IllegalStateException when there is none: the vault is older than the data
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

    /** Fetches the keys of a page of records in one round trip. */
    public void warm(Collection<UUID> owners) {
        var missing = owners.stream().filter(id -> opened.getIfPresent(id) == null).toList();
        if (!missing.isEmpty()) {
            for (Document key : keys.find(in("_id", missing))) {
                if (key.get(WRAPPED) != null) {
                    var owner = key.get("_id", UUID.class);
                    opened.put(owner, unwrap(owner, key));
                }
            }
        }
    }

    /** The place of a stored document that is read outside a transaction. */
    public SealingPlace reading(String collection, UUID owner) {
        return new SealingPlace(collection, owner, () -> key(owner));
    }

    /**
     * The key of a record within a transaction; made with it when the record has none yet. It is
     * read each time, for what is remembered may have been destroyed, here or elsewhere.
     *
     * @throws KeyDestroyed when it was, by this transaction or before
     */
    public Aead keyForWriting(ClientSession session, UUID owner) {
        var stored = keys.find(session, eq(owner)).first();
        return stored != null ? unwrap(owner, stored) : make(session, owner);
    }

    /** Destroys the key within the transaction that erases or retracts the record. */
    public void destroy(ClientSession session, UUID owner, Instant at) {
        keys.replaceOne(
                session,
                eq(owner),
                new Document("_id", owner).append(DESTROYED, at),
                new ReplaceOptions().upsert(true));
    }

    /** Forgets an opened key, after the commit that destroyed it. */
    public void forget(UUID owner) {
        opened.invalidate(owner);
    }

    private Aead make(ClientSession session, UUID owner) {
        try {
            var handle =
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, MasterKey.TINK);
            byte[] wrapped =
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(
                            handle, master.wrapping(), owner(owner), MasterKey.TINK);
            keys.insertOne(
                    session,
                    new Document("_id", owner)
                            .append(WRAPPED, new Binary(wrapped))
                            .append("master", 1));
            return handle.getPrimitive(MasterKey.TINK, Aead.class);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a record key can't be made", failed);
        }
    }

    private Aead unwrap(UUID owner, @Nullable Document key) {
        if (key == null) {
            throw new IllegalStateException("a record's key is missing in the vault");
        }
        var wrapped = key.get(WRAPPED, Binary.class);
        if (wrapped == null) {
            throw new KeyDestroyed();
        }
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrapped.getData(), master.wrapping(), owner(owner), MasterKey.TINK)
                    .getPrimitive(MasterKey.TINK, Aead.class);
        } catch (GeneralSecurityException otherMaster) {
            throw new IllegalStateException(
                    "a record's key does not open with this master key", otherMaster);
        }
    }

    private static byte[] owner(UUID owner) {
        return owner.toString().getBytes(StandardCharsets.UTF_8);
    }
}

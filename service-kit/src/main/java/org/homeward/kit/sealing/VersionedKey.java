package org.homeward.kit.sealing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Projections;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import org.bson.BsonString;
import org.homeward.kit.web.DerivedKeys;

/**
 * A key of the service itself that is replaced version by version: what it made is made anew by the
 * newest while the older ones still serve. Versions lie in the vault as {@code name/version} and
 * stay there, for data that is restored may need them.
 */
public final class VersionedKey {

    private final String name;
    private final WrappedKeys vault;

    VersionedKey(String name, WrappedKeys vault) {
        this.name = name;
        this.vault = vault;
    }

    /** Makes a version; nothing happens where it is already. */
    public void make(int version) {
        byte[] secret = new byte[RootKey.BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            vault.keys().insertOne(vault.wrap(new BsonString(id(version)), secret));
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
        }
    }

    /** The highest version in the vault, which may be newer than the data; 0 when it has none. */
    public int newest() {
        var prefix = name + "/";
        return vault
                .keys()
                .find(regex("_id", "^" + prefix + "[1-9][0-9]{0,8}$"))
                .projection(Projections.include("_id"))
                .map(
                        key ->
                                Integer.parseInt(
                                        WrappedKeys.nameOf(WrappedKeys.idOf(key))
                                                .substring(prefix.length())))
                .into(new ArrayList<>())
                .stream()
                .mapToInt(version -> version)
                .max()
                .orElse(0);
    }

    /**
     * @throws IllegalStateException when there is no such version, or it does not open
     */
    public DerivedKeys version(int version) {
        var stored = vault.keys().find(eq(id(version))).first();
        if (stored == null) {
            throw new IllegalStateException("the vault has no key " + id(version));
        }
        try {
            byte[] secret = vault.unwrap(stored);
            return purpose -> KeyVault.derive(secret, purpose);
        } catch (GeneralSecurityException doesNotFit) {
            throw new IllegalStateException(
                    "the key " + id(version) + " does not open", doesNotFit);
        }
    }

    private String id(int version) {
        return name + "/" + version;
    }
}

package org.homeward.kit.sealing;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
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
            vault.keys().insertOne(vault.wrap(id(version), secret));
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
        }
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

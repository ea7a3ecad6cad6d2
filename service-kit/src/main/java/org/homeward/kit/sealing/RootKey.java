package org.homeward.kit.sealing;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * The one key that all others of a service are derived from. It lies in the vault, wrapped, and
 * shows that the master key is the right one; a mark beside the data shows that the vault is.
 */
final class RootKey {

    static final int BYTES = 32;

    private static final String ROOT = "root";
    private static final String MARK = "vault";
    private static final String VALUE = "value";

    private RootKey() {}

    static byte[] of(MongoDatabase data, WrappedKeys vault) {
        var marks = data.getCollection("vault_mark");
        // asked before, for another instance may make the root meanwhile
        boolean holds =
                marks.countDocuments(eq(MARK)) > 0 || vault.keys().estimatedDocumentCount() > 0;
        var stored = vault.keys().find(eq(ROOT)).first();
        if (stored == null && holds) {
            throw new IllegalStateException(
                    "the vault of this data is missing, or not the whole of it is there: restore the newest copy");
        }
        if (stored == null) {
            stored = make(vault);
        }
        byte[] root = unwrap(stored, vault);
        String mark = HexFormat.of().formatHex(KeyVault.derive(root, "mark of the vault"));
        marks.updateOne(
                eq(MARK), Updates.setOnInsert(VALUE, mark), new UpdateOptions().upsert(true));
        var known = Objects.requireNonNull(marks.find(eq(MARK)).first());
        if (!mark.equals(known.getString(VALUE))) {
            throw new IllegalStateException("this vault is not the one of this data");
        }
        return root;
    }

    /** Of several instances that start at once one makes it. */
    private static BsonDocument make(WrappedKeys vault) {
        byte[] root = new byte[BYTES];
        new SecureRandom().nextBytes(root);
        try {
            vault.keys().insertOne(vault.wrap(new BsonString(ROOT), root));
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
        }
        return Objects.requireNonNull(vault.keys().find(eq(ROOT)).first());
    }

    private static byte[] unwrap(BsonDocument stored, WrappedKeys vault) {
        try {
            return vault.unwrap(stored);
        } catch (GeneralSecurityException other) {
            throw new IllegalStateException(
                    stored.get(WrappedKeys.MASTER) instanceof BsonInt32 version
                            ? "version %d of the master key is not the one that this vault was made with"
                                    .formatted(version.getValue())
                            : "the first key of this vault is no wrapped key: restore the newest copy",
                    other);
        }
    }
}

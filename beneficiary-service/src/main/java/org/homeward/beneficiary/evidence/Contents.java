package org.homeward.beneficiary.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.kit.journal.Change;
import org.homeward.kit.sealing.KeyDestroyed;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.SealBroken;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The bytes of evidence, one sealed blob for each item, under the key of the person: what destroys
 * her key destroys them. A content is written by the transaction that makes its item, so there is
 * none without the other.
 */
@Component
class Contents {

    private static final String COLLECTION = "evidence_contents";

    private final MongoTemplate template;
    private final KeyVault vault;

    Contents(MongoTemplate template, KeyVault vault) {
        this.template = template;
        this.vault = vault;
        template.getDb()
                .getCollection(COLLECTION)
                .createIndex(
                        Indexes.ascending("beneficiary"), new IndexOptions().name("beneficiary"));
    }

    void write(Evidence evidence, byte[] content, Change change) {
        try {
            var sealed = vault.key(evidence.beneficiary()).encrypt(content, place(evidence));
            change.companion(
                    COLLECTION,
                    new InsertOneModel<>(
                            new Document("_id", evidence.id())
                                    .append("beneficiary", evidence.beneficiary())
                                    .append("sealed", new Binary(sealed))));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("sealing failed", failed);
        }
    }

    /** All of a person's. */
    void remove(UUID beneficiary, Change change) {
        change.companion(
                COLLECTION, new DeleteManyModel<>(new Document("beneficiary", beneficiary)));
    }

    /**
     * @throws KeyDestroyed when the person was erased
     * @throws SealBroken when her key is missing or does not fit
     */
    byte[] read(Evidence evidence) {
        var stored =
                template.getDb()
                        .getCollection(COLLECTION)
                        .find(new Document("_id", evidence.id()))
                        .first();
        var sealed = Objects.requireNonNull(stored, "evidence without content");
        try {
            return vault.key(evidence.beneficiary())
                    .decrypt(sealed.get("sealed", Binary.class).getData(), place(evidence));
        } catch (GeneralSecurityException wrongKeyOrPlace) {
            throw vault.broken(COLLECTION + "/" + evidence.id(), wrongKeyOrPlace);
        }
    }

    /** A blob moved to another item can't be opened there. */
    private static byte[] place(Evidence evidence) {
        return (COLLECTION + "/" + evidence.id() + "/1").getBytes(UTF_8);
    }
}

package org.homeward.beneficiary.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
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
import org.homeward.kit.web.AlreadyExists;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The bytes of evidence, one blob for each item, sealed under a key of its own and then under the
 * person's: what destroys either destroys it, an erasure all that is hers and whatever an old
 * back-up has of it, a voiding one of them. A content is written by the transaction that makes its
 * item, and removed by the one that voids it.
 */
@Component
public class Contents {

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

    /**
     * @throws AlreadyExists when evidence with this id was voided, and an old back-up of the data
     *     does not know of it
     */
    void write(Evidence.Facts evidence, byte[] content, Change change) {
        try {
            var place = place(evidence.id());
            var own = ownKey(evidence.id(), change).encrypt(content, place);
            var sealed = vault.key(evidence.beneficiary()).encrypt(own, place);
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

    private static Aead ownKey(UUID evidence, Change change) {
        try {
            return change.key(evidence);
        } catch (KeyDestroyed voided) {
            throw new AlreadyExists();
        }
    }

    /** All of a person's. */
    void remove(UUID beneficiary, Change change) {
        change.companion(
                COLLECTION, new DeleteManyModel<>(new Document("beneficiary", beneficiary)));
    }

    /** One, for good: no back-up of the data opens it again. */
    public void destroy(UUID evidence, Change change) {
        change.companion(COLLECTION, new DeleteOneModel<>(new Document("_id", evidence)));
        change.destroyKey(evidence);
    }

    /**
     * @throws EvidenceVoided when its own key was destroyed, also where an old back-up of the data
     *     has brought it back
     * @throws KeyDestroyed when the person was erased
     * @throws SealBroken when one of the two keys is missing or does not fit
     */
    byte[] read(Evidence.Facts evidence) {
        var stored =
                template.getDb()
                        .getCollection(COLLECTION)
                        .find(new Document("_id", evidence.id()))
                        .first();
        if (vault.ask(evidence.id())) {
            throw new EvidenceVoided();
        }
        var sealed = Objects.requireNonNull(stored, "evidence without content");
        try {
            var place = place(evidence.id());
            var own =
                    vault.key(evidence.beneficiary())
                            .decrypt(sealed.get("sealed", Binary.class).getData(), place);
            return vault.key(evidence.id()).decrypt(own, place);
        } catch (GeneralSecurityException wrongKeyOrPlace) {
            throw vault.broken(COLLECTION + "/" + evidence.id(), wrongKeyOrPlace);
        }
    }

    /** A blob moved to another item can't be opened there. */
    private static byte[] place(UUID evidence) {
        return (COLLECTION + "/" + evidence + "/2").getBytes(UTF_8);
    }
}

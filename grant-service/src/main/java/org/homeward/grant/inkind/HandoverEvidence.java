package org.homeward.grant.inkind;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Which scan proves which handover, one row each: the database lets none prove two, neither by its
 * id nor by what is in it.
 */
@Component
class HandoverEvidence {

    private static final String COLLECTION = "handover_evidence";

    HandoverEvidence(MongoTemplate template) {
        template.getCollection(COLLECTION)
                .createIndex(
                        Indexes.ascending("hash"),
                        new IndexOptions().name("one handover of a scan").unique(true));
    }

    record Row(UUID id, String hash, UUID item) {}

    /**
     * @throws EvidenceUsed when it proves the handover of another item
     */
    void proves(Change change, Signature signature, UUID item) {
        var same =
                new Criteria()
                        .orOperator(
                                Criteria.where("_id").is(signature.evidence()),
                                Criteria.where("hash").is(signature.hash()));
        if (change.mongo().exists(Query.query(same), COLLECTION)) {
            throw new EvidenceUsed();
        }
        change.mongo().insert(new Row(signature.evidence(), signature.hash(), item), COLLECTION);
    }
}

package org.homeward.beneficiary.erasure;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.UUID;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.kit.inbox.Projection;
import org.homeward.kit.journal.Change;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Whose grants are not at their end, as events have told. */
@Component
class RunningGrants {

    static final String COLLECTION = "running_grants";

    private static final String BENEFICIARY = "beneficiary";
    private static final String CLOSED = "closed";

    RunningGrants(MongoTemplate template) {
        template.getDb()
                .getCollection(COLLECTION)
                .createIndex(Indexes.ascending(BENEFICIARY, CLOSED));
    }

    boolean exist(Change change, UUID person) {
        var running = Criteria.where(BENEFICIARY).is(person).and(CLOSED).ne(true);
        return change.mongo().exists(Query.query(running), COLLECTION);
    }

    static void approved(GrantApproved event, Projection known) {
        known.upsert(event.grant(), Updates.set(BENEFICIARY, event.beneficiary()));
    }

    static void closed(GrantClosed event, Projection known) {
        known.upsert(event.grant(), Updates.set(CLOSED, true));
    }
}

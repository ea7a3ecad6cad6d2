package org.homeward.grant.application;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

@UseCase("Find applications by state or beneficiary, newest first")
class FindApplications {

    private static final String BENEFICIARY = "state.applicant.beneficiary";

    private final Aggregates aggregates;

    FindApplications(Aggregates aggregates, MongoTemplate template) {
        this.aggregates = aggregates;
        template.getCollection(Applications.APPLICATIONS.collection())
                .createIndex(
                        Indexes.ascending(BENEFICIARY), new IndexOptions().name("beneficiary"));
    }

    Page<Stored<Application>> find(
            @Nullable State state, @Nullable UUID beneficiary, Scope scope, PageRequest page) {
        var filter = new Document();
        if (state != null) {
            filter.append("state._class", state.alias());
        }
        if (beneficiary != null) {
            filter.append(BENEFICIARY, beneficiary);
        }
        return aggregates.list(Applications.APPLICATIONS, filter, scope, page);
    }
}

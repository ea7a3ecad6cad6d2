package org.homeward.grant.application;

import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;

@UseCase("Find applications by state or beneficiary, newest first")
class FindApplications {

    private final Aggregates aggregates;

    FindApplications(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    Page<Stored<Application>> find(
            @Nullable State state, @Nullable UUID beneficiary, Scope scope, PageRequest page) {
        var filter = new Document();
        if (state != null) {
            filter.append("state._class", state.alias());
        }
        if (beneficiary != null) {
            filter.append(Applications.BENEFICIARY, beneficiary);
        }
        return aggregates.list(Applications.APPLICATIONS, filter, scope, page);
    }
}

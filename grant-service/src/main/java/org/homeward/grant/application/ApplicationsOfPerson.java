package org.homeward.grant.application;

import static org.homeward.grant.application.Applications.APPLICATIONS;

import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All that one person has applied for, for the feature that erases. */
@Component
public final class ApplicationsOfPerson {

    private final OpenApplications openApplications;

    ApplicationsOfPerson(OpenApplications openApplications) {
        this.openApplications = openApplications;
    }

    /** No word of them can be read any more; those that were not decided end. */
    public void erase(Change change, UUID beneficiary) {
        var hers = Query.query(Criteria.where(Applications.BENEFICIARY).is(beneficiary));
        hers.fields().include("_id");
        change.mongo().find(hers, Document.class, APPLICATIONS.collection()).stream()
                .map(found -> found.get("_id", UUID.class))
                .flatMap(id -> change.find(APPLICATIONS, id).stream())
                .forEach(application -> erase(change, application));
    }

    private void erase(Change change, Stored<Application> stored) {
        switch (stored.state()) {
            case Draft open -> change.update(stored, Erased.of(open));
            case HandedIn open -> {
                change.update(stored, Erased.of(open));
                openApplications.closes(change, open);
            }
            case Approved _, Rejected _, Erased _ -> {}
        }
        change.destroyKey(stored.id());
    }
}

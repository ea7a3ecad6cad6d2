package org.homeward.grant.application;

import static org.homeward.grant.application.Applications.APPLICATIONS;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.export.Told;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.RecordsOf;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.PageRequest;
import org.springframework.stereotype.Component;

/** All that one person has applied for, for the features that tell her of it and erase it. */
@Component
public final class ApplicationsOfPerson {

    private final OpenApplications openApplications;
    private final Aggregates aggregates;

    ApplicationsOfPerson(OpenApplications openApplications, Aggregates aggregates) {
        this.openApplications = openApplications;
        this.aggregates = aggregates;
    }

    /** Whether there is one within this scope: one query, whoever it is. */
    public boolean areWithin(UUID beneficiary, Scope scope) {
        var hers = new Document(Applications.BENEFICIARY, beneficiary);
        var one = aggregates.list(APPLICATIONS, hers, scope, new PageRequest(1, null));
        return !one.items().isEmpty();
    }

    /** The newest first, each followed by what was handed in. */
    public List<Told> tell(UUID beneficiary) {
        return RecordsOf.person(beneficiary, APPLICATIONS, Applications.BENEFICIARY, aggregates)
                .stream()
                .flatMap(application -> ToldApplication.of(application).stream())
                .toList();
    }

    /** No word of them can be read any more; those that were not decided end. */
    public void erase(Change change, UUID beneficiary) {
        change.findAll(APPLICATIONS, new Document(Applications.BENEFICIARY, beneficiary))
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

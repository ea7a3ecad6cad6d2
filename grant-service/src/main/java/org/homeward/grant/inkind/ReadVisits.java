package org.homeward.grant.inkind;

import java.util.List;
import java.util.UUID;
import org.homeward.grant.people.People;
import org.homeward.grant.people.PersonErased;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;

/** Whoever accounts for the money needs no visit in full: what one found stands in the grant. */
@UseCase("Read what the visits of a grant found, for a purpose that is written down first")
class ReadVisits {

    private final Aggregates aggregates;
    private final People people;
    private final AccessLog accessLog;

    ReadVisits(Aggregates aggregates, People people, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.people = people;
        this.accessLog = accessLog;
    }

    Stored<Grant> read(UUID id, Purpose purpose, Actor actor, Scope scope) {
        var found = aggregates.find(Grants.GRANTS, id, scope).orElseThrow(NotFound::new);
        if (!found.state().isReadable()) {
            throw new PersonErased();
        }
        var beneficiary = found.state().terms().person().beneficiary();
        people.requireConsent(beneficiary);
        accessLog.record(actor, purpose, found.type().name(), List.of(id, beneficiary));
        return found;
    }
}

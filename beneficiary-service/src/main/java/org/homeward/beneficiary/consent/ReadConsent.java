package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

/** Who may read her file may read what she agreed to; it is recorded as a read of the file. */
@UseCase("Read what a person agreed to, for a stated purpose")
class ReadConsent {

    private final Aggregates aggregates;
    private final AccessLog accessLog;

    ReadConsent(Aggregates aggregates, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.accessLog = accessLog;
    }

    /**
     * @throws NotFound after as many queries for one that does not exist as for one out of scope
     */
    Stored<Consent> read(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var consent = aggregates.find(CONSENT, id, Scope.everything());
        var person = consent.map(found -> found.state().request().beneficiary()).orElse(id);
        recordRead(person, actor, scope, purpose);
        return consent.orElseThrow(NotFound::new);
    }

    /**
     * @throws NotFound as for the file itself
     */
    Page<Stored<Consent>> list(
            UUID beneficiary, Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        recordRead(beneficiary, actor, scope, purpose);
        var hers = new Document("state.request.beneficiary", beneficiary);
        return aggregates.list(CONSENT, hers, Scope.everything(), page);
    }

    private void recordRead(UUID beneficiary, Actor actor, Scope scope, Purpose purpose) {
        var file = aggregates.find(BENEFICIARY, beneficiary, scope).orElseThrow(NotFound::new);
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(file.id()));
    }
}

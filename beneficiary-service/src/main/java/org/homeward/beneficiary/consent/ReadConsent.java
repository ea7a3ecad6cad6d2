package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.registration.Beneficiary;
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
     * A consent as somebody sees it.
     *
     * @param namesPartner whether with whom data is shared may be told to the reader
     */
    record Seen(Stored<Consent> consent, boolean namesPartner) {

        private static Seen by(Actor reader, Stored<Consent> consent, Stored<Beneficiary> file) {
            var owner = file.state().ownership().owner().subject();
            return new Seen(consent, consent.state().request().namesPartnerTo(reader, owner));
        }
    }

    /**
     * @throws NotFound after as many queries for one that does not exist as for one out of scope
     */
    Seen read(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var consent = aggregates.find(CONSENT, id, Scope.everything());
        var person = consent.map(found -> found.state().request().beneficiary()).orElse(id);
        var file = recordRead(person, actor, scope, purpose);
        return Seen.by(actor, consent.orElseThrow(NotFound::new), file);
    }

    /**
     * @throws NotFound as for the file itself
     */
    Page<Seen> list(UUID beneficiary, Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        var file = recordRead(beneficiary, actor, scope, purpose);
        var hers = new Document(ConsentTypes.BENEFICIARY, beneficiary);
        return aggregates
                .list(CONSENT, hers, Scope.everything(), page)
                .map(consent -> Seen.by(actor, consent, file));
    }

    private Stored<Beneficiary> recordRead(
            UUID beneficiary, Actor actor, Scope scope, Purpose purpose) {
        var file = aggregates.find(BENEFICIARY, beneficiary, scope).orElseThrow(NotFound::new);
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(file.id()));
        return file;
    }
}

package org.homeward.beneficiary.contact;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.UUID;
import org.homeward.beneficiary.consent.ConsentInForce;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;

@UseCase("Tell the sender of a message how a person may be reached at this moment")
class TellContact {

    private final Aggregates aggregates;
    private final AccessLog accessLog;
    private final ConsentInForce consents;

    TellContact(Aggregates aggregates, AccessLog accessLog, ConsentInForce consents) {
        this.aggregates = aggregates;
        this.accessLog = accessLog;
        this.consents = consents;
    }

    /**
     * @throws ContactNotConsented when no consent to e-mail is in force today or she has none
     */
    ContactController.ContactView byEmail(UUID beneficiary, Actor actor, Purpose purpose) {
        var file =
                aggregates
                        .find(BENEFICIARY, beneficiary, Scope.everything())
                        .orElseThrow(NotFound::new)
                        .state();
        var known = file.readable();
        if (!consents.holds(beneficiary, ConsentPurpose.CONTACT_BY_EMAIL) || known.isEmpty()) {
            throw new ContactNotConsented();
        }
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(beneficiary));
        var person = known.get();
        if (person.email() == null) {
            throw new ContactNotConsented();
        }
        return new ContactController.ContactView(person.email(), person.languages().getFirst());
    }
}

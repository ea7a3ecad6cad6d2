package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;

@UseCase("Ask a person for consent to one purpose")
class AskForConsent {

    private final Journal journal;
    private final ProgrammeClock clock;

    AskForConsent(Journal journal, ProgrammeClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Receipt ask(UUID beneficiary, ConsentController.AskBody body, Call call) {
        if ((body.purpose() == ConsentPurpose.SHARING_WITH_PARTNER) != (body.partner() != null)) {
            throw new InvalidBody(
                    "/partner", "is needed for SHARING_WITH_PARTNER and for nothing else");
        }
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        return journal.run(
                call,
                change -> {
                    change.load(BENEFICIARY, beneficiary, call.scope()).state().registered();
                    var request =
                            new ConsentRequest(
                                    id,
                                    beneficiary,
                                    body.purpose(),
                                    body.partner(),
                                    body.language(),
                                    body.textVersion(),
                                    clock.instant(),
                                    call.actor().subject());
                    return Receipt.created(
                            "/api/v1/consents/" + id,
                            change.create(CONSENT, id, Consent.request(request)));
                });
    }
}

package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;

@UseCase("Ask a person for consent to one purpose")
class AskForConsent {

    private final Journal journal;
    private final ProgrammeClock clock;

    AskForConsent(Journal journal, ProgrammeClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Receipt ask(UUID beneficiary, ConsentController.AskBody body, Call call) {
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        return journal.run(
                call,
                change -> {
                    var file = change.load(BENEFICIARY, beneficiary, call.scope()).state();
                    var request =
                            new ConsentRequest(
                                    id,
                                    beneficiary,
                                    body.purpose(),
                                    file.organisation(),
                                    file.district(),
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

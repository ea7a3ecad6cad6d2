package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;
import org.springframework.data.mongodb.core.query.BasicQuery;

@UseCase("Ask a person for consent to one purpose")
class AskForConsent {

    /**
     * How many requests to a person for one purpose stand at once, unanswered or agreed to until
     * today or longer: a no ends all of them in one change, and an erasure those of every purpose.
     * Far more than anybody is asked for; stories and pictures have one each.
     */
    static final int MOST = 50;

    private final Journal journal;
    private final ProgrammeClock clock;

    AskForConsent(Journal journal, ProgrammeClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @throws AskedEnough when {@value #MOST} stand already for this purpose
     */
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
                    requireFew(beneficiary, body.purpose(), change);
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

    /** Of several at the same moment each sees those before: a few more may stand then. */
    private void requireFew(UUID beneficiary, ConsentPurpose purpose, Change change) {
        var standing =
                ConsentTypes.standing(beneficiary, clock.today())
                        .append(ConsentTypes.PURPOSE, purpose.name());
        var counted = new BasicQuery(standing).limit(MOST);
        if (change.mongo().count(counted, CONSENT.collection()) >= MOST) {
            throw new AskedEnough(purpose);
        }
    }
}

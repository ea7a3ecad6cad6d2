package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;

@UseCase("Record what a person answered: yes, no, or that she takes it back")
class AnswerConsent {

    private final Journal journal;
    private final ProgrammeClock clock;

    AnswerConsent(Journal journal, ProgrammeClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Receipt give(UUID id, ConsentController.GiveBody body, Call call) {
        return journal.run(
                call,
                change -> {
                    var consent = change.loadMatching(CONSENT, id, call);
                    var proof = new Proof(body.way(), body.evidence(), call.actor().subject());
                    return Receipt.ok(
                            location(id),
                            change.update(
                                    consent,
                                    consent.state()
                                            .give(
                                                    proof,
                                                    body.textHash(),
                                                    body.validUntil(),
                                                    clock.instant())));
                });
    }

    Receipt refuse(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var consent = change.loadMatching(CONSENT, id, call);
                    return Receipt.ok(
                            location(id),
                            change.update(consent, consent.state().refuse(clock.instant())));
                });
    }

    /** Works with any version and in any state: a withdrawal must never fail. */
    Receipt withdraw(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var consent = change.load(CONSENT, id, call.scope());
                    return Receipt.ok(
                            location(id),
                            change.update(consent, consent.state().withdraw(clock.instant())));
                });
    }

    private static String location(UUID id) {
        return "/api/v1/consents/" + id;
    }
}

package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;
import static org.homeward.beneficiary.evidence.EvidenceTypes.EVIDENCE;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.homeward.beneficiary.evidence.Evidence;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.NotFound;

@UseCase("Record what a person answered: yes, no, or that she takes it back")
class AnswerConsent {

    private final Journal journal;
    private final ProgrammeClock clock;

    AnswerConsent(Journal journal, ProgrammeClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @throws InvalidBody when the last day is over already, or the evidence that is named is of
     *     somebody else or something else
     */
    Receipt give(UUID id, ConsentController.GiveBody body, Call call) {
        return journal.run(
                call,
                change -> {
                    if (body.validUntil() != null && body.validUntil().isBefore(clock.today())) {
                        throw new InvalidBody("/validUntil", "must not be in the past");
                    }
                    var consent = loadMatching(change, id, call);
                    checkEvidence(body, consent.state().request().beneficiary(), change);
                    var proof =
                            new Proof(
                                    body.way(),
                                    body.evidence(),
                                    body.evidenceItem(),
                                    call.actor().subject());
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

    private static void checkEvidence(
            ConsentController.GiveBody body, UUID beneficiary, Change change) {
        var item = body.evidenceItem();
        if (item != null
                && change.find(EVIDENCE, item)
                        .filter(one -> proves(one.state(), body.evidence(), beneficiary))
                        .isEmpty()) {
            throw new InvalidBody(
                    "/evidenceItem", "must be evidence about this person, with this hash");
        }
    }

    /** What was voided proves nothing. */
    private static boolean proves(Evidence evidence, String hash, UUID beneficiary) {
        return evidence instanceof Evidence.Kept(Evidence.Facts facts)
                && facts.beneficiary().equals(beneficiary)
                && facts.hash().equals(hash);
    }

    Receipt refuse(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var consent = loadMatching(change, id, call);
                    var refused = end(consent, consent.state().refuse(clock.instant()), change);
                    endOthers(refused, change);
                    return Receipt.ok(location(id), refused);
                });
    }

    /** Works with any version and in any state: a withdrawal must never fail. */
    Receipt withdraw(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var consent = load(change, id, call);
                    var withdrawn = end(consent, consent.state().withdraw(clock.instant()), change);
                    endOthers(withdrawn, change);
                    return Receipt.ok(location(id), withdrawn);
                });
    }

    /**
     * A no counts for all that was asked of her for the same purpose, or an older yes that nobody
     * looks at would go on. Open requests end too: a yes after a no needs a new one. What is over
     * is not looked at, and of the rest there is a bound: {@link AskForConsent#MOST}.
     */
    private void endOthers(Stored<Consent> no, Change change) {
        var request = no.state().request();
        var standing =
                ConsentTypes.standing(request.beneficiary(), clock.today())
                        .append(ConsentTypes.PURPOSE, request.purpose().name())
                        .append(ConsentTypes.PARTNER, request.partner());
        change.findAll(CONSENT, standing).stream()
                .filter(other -> !other.state().outlasts(no.state()))
                .forEach(other -> end(other, other.state().withdraw(clock.instant()), change));
    }

    /**
     * The vault remembers that it has ended. Where an old back-up of the data brings it back it
     * ends again, before anybody acts on it.
     */
    static Stored<Consent> end(Stored<Consent> consent, Decision<Consent> over, Change change) {
        change.destroyKey(consent.id());
        return change.update(consent, over);
    }

    private static Stored<Consent> loadMatching(Change change, UUID id, Call call) {
        load(change, id, call);
        return change.loadMatching(CONSENT, id, call);
    }

    /** As many queries for one that does not exist as for one out of scope. */
    private static Stored<Consent> load(Change change, UUID id, Call call) {
        var consent = change.find(CONSENT, id);
        var person = consent.map(found -> found.state().request().beneficiary()).orElse(id);
        change.load(BENEFICIARY, person, call.scope());
        return consent.orElseThrow(NotFound::new);
    }

    private static String location(UUID id) {
        return "/api/v1/consents/" + id;
    }
}

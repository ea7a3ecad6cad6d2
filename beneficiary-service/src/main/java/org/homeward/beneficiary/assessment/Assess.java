package org.homeward.beneficiary.assessment;

import static org.homeward.beneficiary.assessment.AssessmentTypes.ASSESSMENT;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.scorecard.ScorecardTypes.SCORECARD;

import java.util.UUID;
import org.homeward.beneficiary.consent.CaseConsents;
import org.homeward.beneficiary.scorecard.Interview;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;

@UseCase("Assess what a person needs, by a scorecard that is in use and with her consent")
class Assess {

    private final Journal journal;
    private final CaseConsents consents;
    private final ProgrammeClock clock;

    Assess(Journal journal, CaseConsents consents, ProgrammeClock clock) {
        this.journal = journal;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * @throws InvalidBody when there is no such card or it has no such answer
     */
    Receipt assess(UUID beneficiary, AssessmentController.AssessBody body, Call call) {
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        var interview = new Interview(body.answers());
        return journal.run(
                call,
                change -> {
                    change.load(BENEFICIARY, beneficiary, call.scope());
                    consents.require(change, beneficiary);
                    var card =
                            change.find(SCORECARD, body.scorecard())
                                    .orElseThrow(
                                            () -> new InvalidBody("/scorecard", "is no scorecard"))
                                    .state()
                                    .inUse();
                    if (!card.offers(interview)) {
                        throw new InvalidBody(
                                "/answers", "has a question or an answer that is not on the card");
                    }
                    var facts =
                            new Assessment.Facts(
                                    id,
                                    beneficiary,
                                    body.scorecard(),
                                    card.score(interview),
                                    clock.today(),
                                    clock.instant(),
                                    call.actor().subject());
                    return Receipt.created(
                            "/api/v1/assessments/" + id,
                            change.create(
                                    ASSESSMENT,
                                    id,
                                    Assessment.make(facts, interview, call.actor())));
                });
    }
}

package org.homeward.beneficiary.assessment;

import static org.homeward.beneficiary.assessment.AssessmentTypes.ASSESSMENT;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;

/** A ranking that is frozen stays as it is; what is voided later counts in no further one. */
@UseCase("Void an assessment that was entered wrongly")
class VoidAssessment {

    private final Journal journal;
    private final ProgrammeClock clock;

    VoidAssessment(Journal journal, ProgrammeClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** As many queries for one that does not exist as for one out of scope. */
    Receipt voidIt(UUID id, String reason, Call call) {
        return journal.run(
                call,
                change -> {
                    var person =
                            change.find(ASSESSMENT, id)
                                    .map(found -> found.state().facts().beneficiary())
                                    .orElse(id);
                    change.load(BENEFICIARY, person, call.scope()).state().registered();
                    var assessment = change.loadMatching(ASSESSMENT, id, call);
                    var voided =
                            assessment
                                    .state()
                                    .voided(reason, call.actor().subject(), clock.instant());
                    return Receipt.ok(
                            "/api/v1/assessments/" + id, change.update(assessment, voided));
                });
    }
}

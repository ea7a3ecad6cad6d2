package org.homeward.beneficiary.assessment;

import static org.homeward.beneficiary.assessment.AssessmentTypes.ASSESSMENT;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.scorecard.ScorecardTypes.SCORECARD;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.registration.ClosedFiles;
import org.homeward.beneficiary.scorecard.Card;
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

/** Who may read her file may read how she was assessed; it is recorded as a read of the file. */
@UseCase("Read an assessment and how its points come about, for a stated purpose")
class ReadAssessment {

    private final Aggregates aggregates;
    private final ClosedFiles closedFiles;
    private final AccessLog accessLog;

    ReadAssessment(Aggregates aggregates, ClosedFiles closedFiles, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.closedFiles = closedFiles;
        this.accessLog = accessLog;
    }

    /** An assessment with the card it was made by. */
    record Explained(Stored<Assessment> assessment, Card card) {}

    /**
     * @throws NotFound after as many queries for one that does not exist as for one out of scope
     */
    Explained read(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var assessment = aggregates.find(ASSESSMENT, id, Scope.everything());
        var person = assessment.map(found -> found.state().facts().beneficiary()).orElse(id);
        recordRead(person, actor, scope, purpose);
        var found = assessment.orElseThrow(NotFound::new);
        var card =
                aggregates
                        .find(SCORECARD, found.state().facts().scorecard(), Scope.everything())
                        .orElseThrow(NotFound::new)
                        .state()
                        .card();
        return new Explained(found, card);
    }

    /**
     * @throws NotFound as for the file itself
     */
    Page<Stored<Assessment>> list(
            UUID beneficiary, Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        recordRead(beneficiary, actor, scope, purpose);
        var hers = new Document(AssessmentTypes.BENEFICIARY, beneficiary);
        return aggregates.list(ASSESSMENT, hers, Scope.everything(), page);
    }

    private void recordRead(UUID beneficiary, Actor actor, Scope scope, Purpose purpose) {
        var file = aggregates.find(BENEFICIARY, beneficiary, scope).orElseThrow(NotFound::new);
        closedFiles.check(file.id());
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(file.id()));
    }
}

package org.homeward.beneficiary.assessment;

import static org.homeward.beneficiary.assessment.AssessmentTypes.ASSESSMENT;
import static org.homeward.beneficiary.scorecard.ScorecardTypes.SCORECARD;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.registration.PartOfFile;
import org.homeward.kit.export.Told;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.RecordsOf;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.springframework.stereotype.Component;

/** What she answered, and why an assessment was voided; points stay, as figures. */
@Component
class AssessmentsOfFile implements PartOfFile {

    private final Aggregates aggregates;

    AssessmentsOfFile(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public List<Told> tell(UUID person, Actor teller, String language) {
        return RecordsOf.person(person, ASSESSMENT, AssessmentTypes.BENEFICIARY, aggregates)
                .stream()
                .map(assessment -> tell(assessment, language))
                .toList();
    }

    private Told tell(Assessment assessment, String language) {
        var facts = assessment.facts();
        var card =
                aggregates
                        .find(SCORECARD, facts.scorecard(), Scope.everything())
                        .orElseThrow()
                        .state()
                        .card();
        return Told.of("ASSESSMENT")
                .and("day", facts.on())
                .and("state", assessment.state())
                .and("points", facts.score().total())
                .and("answers", card.inWords(assessment.interview().open(), language));
    }

    @Override
    public List<UUID> erase(UUID person, Change change) {
        RecordsOf.person(person, ASSESSMENT, AssessmentTypes.BENEFICIARY, change)
                .forEach(change::destroyKey);
        return List.of();
    }

    @Override
    public Optional<Instant> lastChange(UUID person, Change change) {
        return change.lastChange(ASSESSMENT, new Document(AssessmentTypes.BENEFICIARY, person));
    }
}

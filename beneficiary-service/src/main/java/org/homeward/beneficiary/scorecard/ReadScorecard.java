package org.homeward.beneficiary.scorecard;

import static org.homeward.beneficiary.scorecard.ScorecardTypes.SCORECARD;

import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

@UseCase("Read scorecards, which are no secret")
class ReadScorecard {

    private final Aggregates aggregates;

    ReadScorecard(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    Stored<Scorecard> read(UUID id, Scope scope) {
        return aggregates.find(SCORECARD, id, scope).orElseThrow(NotFound::new);
    }

    Page<Stored<Scorecard>> list(Scope scope, PageRequest page) {
        return aggregates.list(SCORECARD, new Document(), scope, page);
    }
}

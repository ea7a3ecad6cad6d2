package org.homeward.beneficiary.scorecard;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** How scorecards are stored. */
public final class ScorecardTypes {

    /** Says nothing of anybody, so it has no scope. */
    public static final AggregateType<Scorecard> SCORECARD =
            AggregateType.of("scorecard", Scorecard.class, "scorecards");

    private ScorecardTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(SCORECARD)
                .alias("scorecard.draft", Scorecard.Draft.class)
                .alias("scorecard.half-approved", Scorecard.HalfApproved.class)
                .alias("scorecard.approved", Scorecard.Approved.class);
    }
}

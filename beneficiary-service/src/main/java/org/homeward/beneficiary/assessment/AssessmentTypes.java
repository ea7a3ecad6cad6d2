package org.homeward.beneficiary.assessment;

import org.homeward.beneficiary.scorecard.Interview;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** How assessments are stored. */
public final class AssessmentTypes {

    /** Has no scope of its own: an assessment is found through the file of its person. */
    static final AggregateType<Assessment> ASSESSMENT =
            AggregateType.of("assessment", Assessment.class, "assessments");

    static final String BENEFICIARY = "state.facts.beneficiary";
    static final String SCORECARD = "state.facts.scorecard";
    static final String MADE = "assessment.made";

    private AssessmentTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(ASSESSMENT)
                .index(ASSESSMENT, BENEFICIARY)
                .index(ASSESSMENT, SCORECARD)
                .secret("interview", Interview.class)
                .alias(MADE, Assessment.Made.class)
                .alias("assessment.voided", Assessment.Voided.class);
    }
}

package org.homeward.grant.application;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** How applications are stored. */
public final class Applications {

    static final AggregateType<Application> APPLICATIONS =
            AggregateType.of("application", Application.class, "applications")
                    .scopedBy("applicant.organisation", "applicant.district");

    private Applications() {}

    /** Names what this feature stores. */
    public static void storedIn(StoredTypes.Builder types) {
        types.aggregate(APPLICATIONS)
                .alias("application.draft", Draft.class)
                .alias("application.under-review", UnderReview.class)
                .alias("application.approved", Approved.class)
                .alias("application.rejected", Rejected.class)
                .secret("business-plan", BusinessPlan.class);
    }
}

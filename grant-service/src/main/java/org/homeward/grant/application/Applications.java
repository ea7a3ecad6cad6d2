package org.homeward.grant.application;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** How applications are stored. */
public final class Applications {

    static final AggregateType<Application> APPLICATIONS =
            AggregateType.of("application", Application.class, "applications")
                    .scopedBy("applicant.organisation", "applicant.district");

    static final String BENEFICIARY = "state.applicant.beneficiary";
    static final String ORGANISATION = "state.applicant.organisation";

    private Applications() {}

    /** Names what this feature stores. */
    public static void storedIn(StoredTypes.Builder types) {
        types.aggregate(APPLICATIONS)
                .secret("business-plan", BusinessPlan.class)
                .index(APPLICATIONS, BENEFICIARY);
        for (State state : State.values()) {
            types.alias(state.alias(), state.type());
        }
    }
}

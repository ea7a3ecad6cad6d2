package org.homeward.beneficiary.activity;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** What activities store. */
public final class ActivityTypes {

    static final AggregateType<Activity> ACTIVITY =
            AggregateType.of("activity", Activity.class, "activities")
                    .scopedBy("plan.organisation", "plan.district");

    private ActivityTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(ACTIVITY)
                .alias("activity.planned", Activity.Planned.class)
                .alias("activity.held", Activity.Held.class);
    }
}

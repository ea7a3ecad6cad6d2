package org.homeward.beneficiary.opening;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** What openings store. */
public final class OpeningTypes {

    /** Within the scope of the file, for who reviews it; who opened it is found by her name. */
    static final AggregateType<Opening> OPENING =
            AggregateType.of("opening", Opening.class, "openings")
                    .scopedBy("facts.organisation", "facts.district");

    static final String BENEFICIARY = "state.facts.beneficiary";
    static final String BY = "state.facts.by";
    static final String STATE = "state._class";
    static final String UNREVIEWED = "opening.unreviewed";
    static final String REVIEWED = "opening.reviewed";

    private OpeningTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(OPENING)
                .index(OPENING, BENEFICIARY)
                .alias(UNREVIEWED, Opening.Unreviewed.class)
                .alias(REVIEWED, Opening.Reviewed.class);
    }
}

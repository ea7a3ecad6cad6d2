package org.homeward.beneficiary.hold;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** How legal holds are stored. */
public final class HoldTypes {

    /** Names no person, so it has no scope. */
    static final AggregateType<LegalHold> HOLD =
            AggregateType.of("legal-hold", LegalHold.class, "legal-holds");

    static final String PROGRAMME = "state.terms.programme";

    private HoldTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(HOLD)
                .index(HOLD, PROGRAMME)
                .alias("legal-hold.placed", LegalHold.Placed.class)
                .alias("legal-hold.lifted", LegalHold.Lifted.class);
    }
}

package org.homeward.beneficiary.programme;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** How programmes are stored. */
public final class ProgrammeTypes {

    /** Public, so it has no scope. */
    public static final AggregateType<Programme> PROGRAMME =
            AggregateType.of("programme", Programme.class, "programmes");

    private ProgrammeTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(PROGRAMME).alias("programme", Programme.class);
    }
}

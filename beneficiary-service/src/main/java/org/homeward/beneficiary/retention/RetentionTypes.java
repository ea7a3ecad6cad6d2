package org.homeward.beneficiary.retention;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** How rules of retention are stored. */
public final class RetentionTypes {

    /** Names no person, so it has no scope. */
    static final AggregateType<RetentionRule> RULE =
            AggregateType.of("retention-rule", RetentionRule.class, "retention-rules");

    private RetentionTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(RULE).alias("retention-rule", RetentionRule.class);
    }
}

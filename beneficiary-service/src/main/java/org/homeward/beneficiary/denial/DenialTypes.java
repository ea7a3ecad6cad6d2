package org.homeward.beneficiary.denial;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** What denials store. */
public final class DenialTypes {

    static final AggregateType<TokenDenial> DENIAL =
            AggregateType.of("denial", TokenDenial.class, "denials");

    private DenialTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(DENIAL).alias("denial", TokenDenial.class);
    }
}

package org.homeward.beneficiary.erasure;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** How erasures are stored. */
public final class ErasureTypes {

    /** Has no scope of its own: an erasure is found through the file of its person. */
    static final AggregateType<Erasure> ERASURE =
            AggregateType.of("erasure", Erasure.class, "erasures");

    static final String STATE = "state._class";
    static final String ASKED = "erasure.asked";
    static final String ORDERED = "erasure.ordered";
    static final String BENEFICIARY = "state.request.beneficiary";
    static final String ORDER = "state.awaited.order";

    private ErasureTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(ERASURE)
                .index(ERASURE, STATE)
                .index(ERASURE, BENEFICIARY)
                .index(ERASURE, ORDER)
                .alias(ASKED, Erasure.Asked.class)
                .alias("erasure.refused", Erasure.Refused.class)
                .alias(ORDERED, Erasure.Ordered.class)
                .alias("erasure.complete", Erasure.Complete.class);
    }
}

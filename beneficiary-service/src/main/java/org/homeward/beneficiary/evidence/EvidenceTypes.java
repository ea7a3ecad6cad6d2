package org.homeward.beneficiary.evidence;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** What evidence stores, beside its contents. */
public final class EvidenceTypes {

    /** Has no scope of its own: evidence is found through the file of its person. */
    public static final AggregateType<Evidence> EVIDENCE =
            AggregateType.of("evidence", Evidence.class, "evidence");

    static final String BENEFICIARY = "state.facts.beneficiary";

    /** Under which is stored what was voided. */
    public static final String VOIDED = "evidence.voided";

    private EvidenceTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(EVIDENCE)
                .index(EVIDENCE, BENEFICIARY)
                .alias("evidence.kept", Evidence.Kept.class)
                .alias(VOIDED, Evidence.Voided.class);
    }
}

package org.homeward.beneficiary.registration;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** What registration stores. */
public final class RegistrationTypes {

    public static final AggregateType<Beneficiary> BENEFICIARY =
            AggregateType.of("beneficiary", Beneficiary.class, "beneficiaries")
                    .scopedBy("organisation", "district");

    static final AggregateType<Search> SEARCH =
            AggregateType.of("search", Search.class, "searches");

    /** Under which is stored who was erased. */
    public static final String ERASED = "beneficiary.erased";

    /** ISO 8601. */
    public static final String REGISTERED_ON = "state.registeredOn";

    private RegistrationTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(BENEFICIARY)
                .index(BENEFICIARY, "state.caseNumber")
                .index(BENEFICIARY, "_id", REGISTERED_ON)
                .alias("beneficiary.registered", Beneficiary.Registered.class)
                .alias(ERASED, Beneficiary.Erased.class)
                .alias("case.owned", Ownership.Owned.class)
                .alias("case.offered", Ownership.Offered.class)
                .secret("personal-data", PersonalData.class)
                .aggregate(SEARCH)
                .alias("search", Search.class);
    }
}

package org.homeward.beneficiary.household;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** What households store. */
public final class HouseholdTypes {

    /** Has no scope of its own: a household is found through the file of who lives in it. */
    static final AggregateType<Household> HOUSEHOLD =
            AggregateType.of("household", Household.class, "households");

    static final AggregateType<KnownCircumstances> CIRCUMSTANCES =
            AggregateType.of(
                    "household-circumstances", KnownCircumstances.class, "household_circumstances");

    static final AggregateType<PlainMember> PLAIN_MEMBER =
            AggregateType.of("household-member", PlainMember.class, "household_members");

    private HouseholdTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(HOUSEHOLD)
                .alias("household.kept", Household.Kept.class)
                .alias("household.dissolved", Household.Dissolved.class)
                .aggregate(CIRCUMSTANCES)
                .alias("household-circumstances", KnownCircumstances.class)
                .secret("household-circumstances", Circumstances.class)
                .aggregate(PLAIN_MEMBER)
                .alias("household-member", PlainMember.class)
                .secret("household-member", PlainMember.Person.class);
    }
}

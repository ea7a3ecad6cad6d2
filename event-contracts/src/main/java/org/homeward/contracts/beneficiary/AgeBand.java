package org.homeward.contracts.beneficiary;

/** Age in full years on the day of the registration, in bands as programmes report them. */
public enum AgeBand {
    UNDER_18,
    FROM_18_TO_24,
    FROM_25_TO_59,
    FROM_60
}

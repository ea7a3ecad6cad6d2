package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/**
 * A beneficiary is one of this household from now on, and of no other. That somebody left is not
 * told: relatives stay relatives for whoever decides on their help.
 */
@EventType(
        value = "homeward.household.joined.v1",
        says = "A beneficiary is one of this household from now on, and of no other.")
public record HouseholdJoined(
        @Carries(kind = RANDOM_ID, because = Because.HOUSEHOLD) UUID household,
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary)
        implements BeneficiaryEvent {}

package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** A beneficiary is not one of this household any more. */
@EventType(
        value = "homeward.household.left.v1",
        says = "A beneficiary is not one of this household any more.")
public record HouseholdLeft(
        @Carries(kind = RANDOM_ID, because = Because.HOUSEHOLD) UUID household,
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary)
        implements BeneficiaryEvent {}

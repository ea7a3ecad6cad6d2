package org.homeward.contracts.erasure;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/**
 * A person was erased, for good: whoever keeps something of her destroys it and confirms the
 * erasure. What was written for a story of hers is told by {@code ConsentErased}.
 */
@EventType(
        value = "homeward.erasure.beneficiary-erased.v1",
        says =
                "A person was erased, for good: whoever keeps something of this person destroys it and"
                        + " confirms the erasure by its id.")
public record BeneficiaryErased(
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, of one erasure. The confirmations of the other services name it"
                                        + " and nothing else, on topics for the services alone.")
                UUID erasure,
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, printed on no paper. Nothing leads from it to a name any more:"
                                        + " what was sealed of the person can't be opened since this event.")
                UUID beneficiary)
        implements ErasureEvent {}

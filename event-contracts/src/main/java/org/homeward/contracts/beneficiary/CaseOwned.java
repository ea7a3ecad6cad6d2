package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** Somebody answers for a case from now on; nobody else does. */
@EventType(
        value = "homeward.beneficiary.case-owned.v1",
        says =
                "A case-worker answers for this person's case from now on: who registered the person,"
                        + " or who took the case over.")
public record CaseOwned(
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary,
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Of a member of staff: a digest of the account's id, which is random at the"
                                        + " identity provider; no name and no address. It is there so that"
                                        + " nobody decides on the help of a case of their own.")
                UUID owner)
        implements BeneficiaryEvent {}

package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** An assessment had been entered wrongly; that somebody assessed stays true. */
@EventType(
        value = "homeward.beneficiary.assessment-voided.v1",
        says =
                "An assessment was entered wrongly and counts no more; why is not told. Who made it"
                        + " remains one who has assessed the person.")
public record AssessmentVoided(
        @Carries(kind = RANDOM_ID, because = Because.ASSESSMENT) UUID assessment,
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary)
        implements BeneficiaryEvent {}

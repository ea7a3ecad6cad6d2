package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.COARSE_FACT;
import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/**
 * Facts about a person were corrected or have changed. It holds all of them as they are now, so a
 * reader replaces what it knew. The value before stays readable on the topic: each value that a
 * field can take must therefore be harmless beside each other.
 */
@EventType(
        value = "homeward.beneficiary.corrected.v1",
        says =
                "Facts about a registered person were corrected or have changed; these replace what"
                        + " was told before.")
public record BeneficiaryCorrected(
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary,
        @Carries(kind = CODE, because = Because.ORGANISATION) @Text(TextForm.ORGANISATION)
                String organisation,
        @Carries(kind = COARSE_FACT, because = Because.DISTRICT) @Text(TextForm.DISTRICT)
                String district,
        @Carries(kind = COARSE_FACT, because = Because.SEX) Sex sex,
        @Carries(kind = COARSE_FACT, because = Because.AGE_BAND) AgeBand ageBand)
        implements BeneficiaryEvent {

    public BeneficiaryCorrected {
        TextForm.ORGANISATION.checked(organisation);
        TextForm.DISTRICT.checked(district);
    }
}

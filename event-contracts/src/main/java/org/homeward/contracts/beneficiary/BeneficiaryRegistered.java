package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.COARSE_FACT;
import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** A person was registered. */
@EventType(
        value = "homeward.beneficiary.registered.v1",
        says = "A person was registered by a partner organisation.")
public record BeneficiaryRegistered(
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary,
        @Carries(kind = CODE, because = Because.ORGANISATION) @Text(TextForm.ORGANISATION)
                String organisation,
        @Carries(kind = COARSE_FACT, because = Because.DISTRICT) @Text(TextForm.DISTRICT)
                String district,
        @Carries(kind = COARSE_FACT, because = Because.SEX) Sex sex,
        @Carries(kind = COARSE_FACT, because = Because.AGE_BAND) AgeBand ageBand,
        @Carries(
                        kind = COARSE_FACT,
                        because =
                                "Five ways that many people share. It names no agency and no caller, so"
                                        + " it does not tell of a shelter, a prison or a hospital.")
                Channel channel)
        implements BeneficiaryEvent {

    public BeneficiaryRegistered {
        TextForm.ORGANISATION.checked(organisation);
        TextForm.DISTRICT.checked(district);
    }
}

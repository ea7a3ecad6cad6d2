package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** What becomes of one person's place in one selection: each event of it carries the same. */
public sealed interface PlaceEvent extends BeneficiaryEvent
        permits BeneficiarySelected, BeneficiaryWaitlisted, BeneficiaryDroppedOut {

    @Carries(kind = RANDOM_ID, because = Because.PLACE)
    UUID place();

    @Override
    @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY)
    UUID beneficiary();

    @Carries(kind = RANDOM_ID, because = Because.ROUND)
    UUID round();

    @Carries(kind = CODE, because = Because.PROGRAMME)
    @Text(TextForm.PROGRAMME)
    String programme();
}

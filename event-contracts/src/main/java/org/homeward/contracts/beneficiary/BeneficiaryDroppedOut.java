package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** A person left a selection; what was told of her place before holds no more. */
@EventType(
        value = "homeward.beneficiary.dropped-out.v1",
        says =
                "A person who was selected or waiting is not to be helped by this selection any more; why"
                        + " is not told.")
public record BeneficiaryDroppedOut(
        @Carries(kind = RANDOM_ID, because = Because.PLACE) UUID place,
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary,
        @Carries(kind = RANDOM_ID, because = Because.ROUND) UUID round,
        @Carries(kind = CODE, because = Because.PROGRAMME) @Text(TextForm.PROGRAMME)
                String programme)
        implements BeneficiaryEvent {

    public BeneficiaryDroppedOut {
        TextForm.PROGRAMME.checked(programme);
    }
}

package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** A person is to be helped by a programme. */
@EventType(
        value = "homeward.beneficiary.selected.v1",
        says =
                "A person is to be helped by a programme: after a selection was confirmed, or from the"
                        + " waiting list when somebody left.")
public record BeneficiarySelected(
        @Carries(kind = RANDOM_ID, because = Because.PLACE) UUID place,
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary,
        @Carries(kind = RANDOM_ID, because = Because.ROUND) UUID round,
        @Carries(kind = CODE, because = Because.PROGRAMME) @Text(TextForm.PROGRAMME)
                String programme)
        implements BeneficiaryEvent {

    public BeneficiarySelected {
        TextForm.PROGRAMME.checked(programme);
    }
}

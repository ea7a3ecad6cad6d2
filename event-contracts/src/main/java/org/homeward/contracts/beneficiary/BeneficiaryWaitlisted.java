package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** A person waits until somebody before her leaves. */
@EventType(
        value = "homeward.beneficiary.waitlisted.v1",
        says =
                "A person is on the waiting list of a confirmed selection; the place in it is not told.")
public record BeneficiaryWaitlisted(
        @Carries(kind = RANDOM_ID, because = Because.PLACE) UUID place,
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary,
        @Carries(kind = RANDOM_ID, because = Because.ROUND) UUID round,
        @Carries(kind = CODE, because = Because.PROGRAMME) @Text(TextForm.PROGRAMME)
                String programme)
        implements BeneficiaryEvent {

    public BeneficiaryWaitlisted {
        TextForm.PROGRAMME.checked(programme);
    }
}

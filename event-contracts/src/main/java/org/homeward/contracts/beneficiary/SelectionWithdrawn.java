package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.PUBLIC_FACT;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** A selection was opened by mistake: it selects nobody. */
@EventType(
        value = "homeward.beneficiary.selection-withdrawn.v1",
        says =
                "A selection was opened by mistake and selects nobody. Where the programme goes on"
                        + " selecting, it still helps nobody who is not selected; where not, it is as if"
                        + " this selection had never been opened.")
public record SelectionWithdrawn(
        @Carries(kind = RANDOM_ID, because = Because.ROUND) UUID round,
        @Carries(kind = CODE, because = Because.PROGRAMME) @Text(TextForm.PROGRAMME)
                String programme,
        @Carries(
                        kind = PUBLIC_FACT,
                        because =
                                "One bit about the programme and no person: whether it selects whom it helps"
                                        + " is public.")
                boolean selecting)
        implements BeneficiaryEvent {

    public SelectionWithdrawn {
        TextForm.PROGRAMME.checked(programme);
    }
}

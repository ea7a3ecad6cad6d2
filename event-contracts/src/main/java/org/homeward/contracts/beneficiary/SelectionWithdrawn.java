package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** A selection was opened by mistake: it selects nobody and bars nobody. */
@EventType(
        value = "homeward.beneficiary.selection-withdrawn.v1",
        says = "A selection was opened by mistake: it is as if it had never been opened.")
public record SelectionWithdrawn(
        @Carries(kind = RANDOM_ID, because = Because.ROUND) UUID round,
        @Carries(kind = CODE, because = Because.PROGRAMME) @Text(TextForm.PROGRAMME)
                String programme)
        implements BeneficiaryEvent {

    public SelectionWithdrawn {
        TextForm.PROGRAMME.checked(programme);
    }
}

package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** A selection is closed: nobody follows from its waiting list any more. */
@EventType(
        value = "homeward.beneficiary.selection-closed.v1",
        says = "A selection is closed: nobody follows from its waiting list any more.")
public record SelectionClosed(
        @Carries(kind = RANDOM_ID, because = Because.ROUND) UUID round,
        @Carries(kind = CODE, because = Because.PROGRAMME) @Text(TextForm.PROGRAMME)
                String programme)
        implements BeneficiaryEvent {

    public SelectionClosed {
        TextForm.PROGRAMME.checked(programme);
    }
}

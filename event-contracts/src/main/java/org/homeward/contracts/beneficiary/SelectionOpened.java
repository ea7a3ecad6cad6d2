package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** From now on a programme helps whom its selections select. */
@EventType(
        value = "homeward.beneficiary.selection-opened.v1",
        says =
                "A selection is opened for a programme: from now on it helps nobody who is not selected.")
public record SelectionOpened(
        @Carries(kind = RANDOM_ID, because = Because.ROUND) UUID round,
        @Carries(kind = CODE, because = Because.PROGRAMME) @Text(TextForm.PROGRAMME)
                String programme)
        implements BeneficiaryEvent {

    public SelectionOpened {
        TextForm.PROGRAMME.checked(programme);
    }
}

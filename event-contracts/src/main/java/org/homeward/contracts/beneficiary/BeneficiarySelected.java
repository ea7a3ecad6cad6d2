package org.homeward.contracts.beneficiary;

import java.util.UUID;
import org.homeward.contracts.EventType;
import org.homeward.contracts.TextForm;

/** A person is to be helped by a programme. */
@EventType(
        value = "homeward.beneficiary.selected.v1",
        says =
                "A person is to be helped by a programme: after a selection was confirmed, or from the"
                        + " waiting list when somebody left.")
public record BeneficiarySelected(UUID place, UUID beneficiary, UUID round, String programme)
        implements PlaceEvent {

    public BeneficiarySelected {
        TextForm.PROGRAMME.checked(programme);
    }
}

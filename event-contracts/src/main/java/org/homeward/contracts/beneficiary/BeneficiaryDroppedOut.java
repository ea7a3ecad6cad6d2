package org.homeward.contracts.beneficiary;

import java.util.UUID;
import org.homeward.contracts.EventType;
import org.homeward.contracts.TextForm;

/** A person left a selection; what was told of her place before holds no more. */
@EventType(
        value = "homeward.beneficiary.dropped-out.v1",
        says =
                "A person who was selected or waiting is not to be helped by this selection any more; why"
                        + " is not told.")
public record BeneficiaryDroppedOut(UUID place, UUID beneficiary, UUID round, String programme)
        implements PlaceEvent {

    public BeneficiaryDroppedOut {
        TextForm.PROGRAMME.checked(programme);
    }
}

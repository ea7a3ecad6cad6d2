package org.homeward.contracts.beneficiary;

import java.util.UUID;
import org.homeward.contracts.EventType;
import org.homeward.contracts.TextForm;

/** A person waits until somebody before her leaves. */
@EventType(
        value = "homeward.beneficiary.waitlisted.v1",
        says =
                "A person is on the waiting list of a confirmed selection; the place in it is not told.")
public record BeneficiaryWaitlisted(UUID place, UUID beneficiary, UUID round, String programme)
        implements PlaceEvent {

    public BeneficiaryWaitlisted {
        TextForm.PROGRAMME.checked(programme);
    }
}

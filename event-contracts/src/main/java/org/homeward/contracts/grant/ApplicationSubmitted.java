package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.AMOUNT;
import static org.homeward.contracts.Carries.Kind.COARSE_FACT;
import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** An application for a grant was handed in for review. */
@EventType(
        value = "homeward.application.submitted.v1",
        says = "An application for a grant was handed in for review.")
public record ApplicationSubmitted(
        @Carries(kind = RANDOM_ID, because = Because.APPLICATION) UUID application,
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary,
        @Carries(kind = CODE, because = Because.PROGRAMME) @Text(TextForm.PROGRAMME)
                String programme,
        @Carries(kind = COARSE_FACT, because = Because.DISTRICT) @Text(TextForm.DISTRICT)
                String district,
        @Carries(kind = COARSE_FACT, because = Because.SECTOR) Sector sector,
        @Carries(
                        kind = AMOUNT,
                        because =
                                "What the items of the plan cost together. An exact sum can pick one"
                                        + " application, but of a random id; the plan itself stays sealed.")
                Money requested)
        implements GrantEvent {

    public ApplicationSubmitted {
        TextForm.PROGRAMME.checked(programme);
        TextForm.DISTRICT.checked(district);
    }
}

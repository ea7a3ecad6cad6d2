package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.COARSE_FACT;
import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Sector;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** All that a grant gives is in the person's hands; the visits are counted from here. */
@EventType(
        value = "homeward.grant.handed-over.v1",
        says =
                "All items of a grant that were not cancelled are handed over, rent is being paid; the"
                        + " business can open.")
public record GrantHandedOver(
        @Carries(kind = RANDOM_ID, because = Because.GRANT) UUID grant,
        @Carries(kind = CODE, because = Because.PROGRAMME) @Text(TextForm.PROGRAMME)
                String programme,
        @Carries(kind = COARSE_FACT, because = Because.DISTRICT) @Text(TextForm.DISTRICT)
                String district,
        @Carries(kind = COARSE_FACT, because = Because.SECTOR) Sector sector)
        implements GrantEvent {

    public GrantHandedOver {
        TextForm.PROGRAMME.checked(programme);
        TextForm.DISTRICT.checked(district);
    }
}

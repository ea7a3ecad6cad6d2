package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** An application was rejected. The reason is for the applicant and stays in grant-service. */
@EventType(
        value = "homeward.application.rejected.v1",
        says = "An application was rejected; the reason is for the applicant only and not told.")
public record ApplicationRejected(
        @Carries(kind = RANDOM_ID, because = Because.APPLICATION) UUID application,
        @Carries(kind = RANDOM_ID, because = Because.BENEFICIARY) UUID beneficiary,
        @Carries(kind = CODE, because = Because.PROGRAMME) @Text(TextForm.PROGRAMME)
                String programme)
        implements GrantEvent {

    public ApplicationRejected {
        TextForm.PROGRAMME.checked(programme);
    }
}

package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.COARSE_FACT;
import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.Counts;
import org.homeward.contracts.EventType;

/** How many people a business gives work to besides its owner, as a visit found it. */
@EventType(
        value = "homeward.grant.outcome-recorded.v1",
        says =
                "How many people a business employs besides its owner, counted at one of the planned"
                        + " visits; each person is in one of the three counts. Told when the business was"
                        + " found.")
public record BusinessOutcomeRecorded(
        @Carries(kind = RANDOM_ID, because = Because.GRANT) UUID grant,
        @Carries(kind = CODE, because = Because.VISIT) VisitMonth visit,
        @Carries(kind = COARSE_FACT, because = Because.JOBS) int family,
        @Carries(kind = COARSE_FACT, because = Because.JOBS) int women,
        @Carries(kind = COARSE_FACT, because = Because.JOBS) int others)
        implements GrantEvent {

    public BusinessOutcomeRecorded {
        Counts.checked(family);
        Counts.checked(women);
        Counts.checked(others);
    }
}

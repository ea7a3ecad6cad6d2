package org.homeward.contracts.grant;

import static org.homeward.contracts.Carries.Kind.COARSE_FACT;
import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** A business was visited, or looked for. */
@EventType(
        value = "homeward.grant.visit-recorded.v1",
        says =
                "One of the planned visits to a business was made; visits may be told in another order"
                        + " than they were made in.")
public record VisitRecorded(
        @Carries(kind = RANDOM_ID, because = Because.GRANT) UUID grant,
        @Carries(kind = CODE, because = Because.VISIT) VisitMonth visit,
        @Carries(
                        kind = COARSE_FACT,
                        because =
                                "One of four words. That a business stopped says nothing of why; income,"
                                        + " next steps and the visitor's words stay sealed in the service.")
                Finding finding)
        implements GrantEvent {}

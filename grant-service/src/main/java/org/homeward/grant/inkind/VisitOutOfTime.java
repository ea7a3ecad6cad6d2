package org.homeward.grant.inkind;

import java.time.LocalDate;
import java.util.Map;
import org.homeward.kit.web.Problem;

/** A visit before its planned day, or one that is yet to be made. */
final class VisitOutOfTime extends Problem {

    private static final long serialVersionUID = 1L;

    VisitOutOfTime(LocalDate planned) {
        super(
                409,
                "visit-out-of-time",
                "Visit out of time",
                "A visit is made on its planned day or later, and recorded when it was made.",
                Map.of("planned", planned.toString()));
    }
}

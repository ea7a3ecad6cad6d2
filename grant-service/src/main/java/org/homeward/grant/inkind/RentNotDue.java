package org.homeward.grant.inkind;

import java.time.LocalDate;
import java.util.Map;
import org.homeward.kit.web.Problem;

/** A month of rent would be paid before its day, or against what a visit found. */
final class RentNotDue extends Problem {

    private static final long serialVersionUID = 1L;

    /** What stands against it. */
    enum Because {
        TOO_EARLY,
        NOT_HANDED_OVER,
        VISIT_MISSING,
        VISIT_NEGATIVE
    }

    RentNotDue(Because because, LocalDate due) {
        super(
                409,
                "rent-not-due",
                "Rent not due",
                "A month of rent is due on its day, the first before the grant is handed over and the"
                        + " others after, when every visit planned before today is recorded and the"
                        + " last found the business alive.",
                Map.of("because", because.name(), "day", due.toString()));
    }
}

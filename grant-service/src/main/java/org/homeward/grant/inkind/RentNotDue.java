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
        VISIT_MISSING,
        VISIT_NEGATIVE
    }

    RentNotDue(Because because, LocalDate due) {
        super(
                409,
                "rent-not-due",
                "Rent not due",
                "A month of rent is due on its day, when every visit planned before that day is"
                        + " recorded and the last found the business alive.",
                Map.of("because", because.name(), "day", due.toString()));
    }
}

package org.homeward.grant.inkind;

import java.time.Instant;
import java.time.LocalDate;
import org.homeward.contracts.grant.Finding;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.kit.sealing.Secret;

/**
 * What one of the planned visits found.
 *
 * @param made the day of the visit; it may be recorded later
 */
record Visit(
        VisitMonth planned,
        LocalDate made,
        Finding finding,
        Employed employed,
        Secret<VisitReport> report,
        String by,
        Instant at) {

    /** How many work there besides the owner; each is counted once. */
    record Employed(int family, int women, int others) {}

    /** After which no rent is paid. */
    boolean isNegative() {
        return finding == Finding.STOPPED || finding == Finding.NOT_FOUND;
    }
}

package org.homeward.beneficiary.reading;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.beneficiary.referral.ReferralTypes;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.audit.Trail;
import org.homeward.kit.audit.Trail.ReadEntry;
import org.homeward.kit.audit.Trail.Sought;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Each reading of the file or of what belongs to it: when, by which roles of which organisation,
 * for what purpose. Which of the staff it was is not told: that is for an auditor to follow. Nor is
 * where she was referred to, for which service it is concerns its two parties alone: that a partner
 * read the referral is told without the partner's name.
 */
@UseCase("Tell a person who read her file")
class TellWhoRead {

    private final Aggregates aggregates;
    private final Trail trail;
    private final AccessLog accessLog;

    TellWhoRead(Aggregates aggregates, Trail trail, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.trail = trail;
        this.accessLog = accessLog;
    }

    /** That it was asked is recorded, and told when it is asked again. */
    Page<Reading> tell(
            UUID beneficiary, Actor officer, Scope scope, PageRequest page, Purpose purpose) {
        var file = aggregates.find(BENEFICIARY, beneficiary, scope).orElseThrow(NotFound::new);
        var organisation = file.state().organisation();
        var readings =
                trail.reads(Sought.about(beneficiary), page)
                        .map(entry -> Reading.of(entry, organisation));
        accessLog.record(officer, purpose, "readings", List.of(beneficiary));
        return readings;
    }

    /**
     * One reading.
     *
     * @param organisation of who read; null for a partner she was referred to
     * @param roles that they had
     */
    record Reading(Instant at, @Nullable String organisation, List<String> roles, String purpose) {

        private static Reading of(ReadEntry entry, String ofTheFile) {
            boolean byThePartner =
                    entry.kind().equals(ReferralTypes.READ)
                            && !ofTheFile.equals(entry.organisation());
            return new Reading(
                    entry.at(),
                    byThePartner ? null : entry.organisation(),
                    entry.roles(),
                    entry.purpose());
        }
    }
}

package org.homeward.grant.application;

import java.time.Instant;
import java.util.UUID;
import org.homeward.grant.money.MoneyView;
import org.homeward.kit.journal.Stored;
import org.jspecify.annotations.Nullable;

/**
 * An application with all that was written in it; given out with a purpose only.
 *
 * @param decision null while nobody has decided
 */
record ApplicationView(
        UUID id,
        long version,
        State state,
        UUID beneficiary,
        String organisation,
        String district,
        String programme,
        StatedProposal proposal,
        MoneyView total,
        @Nullable Instant submitted,
        @Nullable Decided decision) {

    /**
     * @param grant what became of it; null when it was rejected
     * @param reason why it was rejected
     */
    record Decided(Instant at, @Nullable UUID grant, @Nullable String reason) {}

    static ApplicationView of(Stored<Application> stored) {
        var application = stored.state();
        var applicant = application.applicant();
        var proposal = application.proposal();
        return new ApplicationView(
                stored.id(),
                stored.version(),
                application.state(),
                applicant.beneficiary(),
                applicant.organisation(),
                applicant.district(),
                proposal.fund().programme(),
                StatedProposal.of(proposal),
                MoneyView.of(proposal.total()),
                switch (application) {
                    case Draft _ -> null;
                    case UnderReview review -> review.submitted();
                    case Approved approved -> approved.submitted();
                    case Rejected rejected -> rejected.submitted();
                },
                switch (application) {
                    case Draft _, UnderReview _ -> null;
                    case Approved approved ->
                            new Decided(approved.decided(), approved.grant(), null);
                    case Rejected rejected ->
                            new Decided(rejected.decided(), null, rejected.reason().open());
                });
    }
}

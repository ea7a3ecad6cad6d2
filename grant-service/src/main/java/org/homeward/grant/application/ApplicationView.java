package org.homeward.grant.application;

import java.time.Instant;
import java.util.UUID;
import org.homeward.grant.money.MoneyView;
import org.homeward.kit.journal.Stored;
import org.jspecify.annotations.Nullable;

/**
 * An application with all that was written in it; given out with a purpose only.
 *
 * @param submissions how often it was handed in: a vote names the last by this number
 * @param submitted when it was last handed in; null before
 * @param revision what has to be changed; null when it is not back with its writers
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
        int submissions,
        @Nullable Instant submitted,
        @Nullable RevisionView revision,
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
                application.submissions().size(),
                application.submissions().isEmpty()
                        ? null
                        : application.submissions().getLast().at(),
                application instanceof RevisionRequested sentBack
                        ? RevisionView.of(sentBack.submissions().getLast().revision())
                        : null,
                switch (application) {
                    case Editable _, UnderReview _, Erased _ -> null;
                    case Approved approved ->
                            new Decided(approved.decided(), approved.grant(), null);
                    case Rejected rejected ->
                            new Decided(rejected.decided(), null, rejected.reason().open());
                });
    }
}

package org.homeward.grant.application;

import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.grant.money.MoneyView;
import org.homeward.kit.journal.Stored;
import org.jspecify.annotations.Nullable;

/**
 * An application in a list: nothing of what was written in free words.
 *
 * @param beneficiary null as {@code consentMissing} says, like all that follows
 * @param consentMissing without which, or while news of it may be under way, nothing more is shown;
 *     else null
 */
record ApplicationLine(
        UUID id,
        long version,
        State state,
        @Nullable UUID beneficiary,
        @Nullable String district,
        @Nullable UUID fund,
        @Nullable String programme,
        @Nullable Sector sector,
        @Nullable MoneyView total,
        @Nullable ConsentPurpose consentMissing) {

    static ApplicationLine of(Stored<Application> stored, Set<UUID> closed) {
        return closed.contains(stored.id()) ? closed(stored) : of(stored);
    }

    private static ApplicationLine closed(Stored<Application> stored) {
        return new ApplicationLine(
                stored.id(),
                stored.version(),
                stored.state().state(),
                null,
                null,
                null,
                null,
                null,
                null,
                ConsentPurpose.CASE_MANAGEMENT);
    }

    private static ApplicationLine of(Stored<Application> stored) {
        var application = stored.state();
        var proposal = application.proposal();
        return new ApplicationLine(
                stored.id(),
                stored.version(),
                application.state(),
                application.applicant().beneficiary(),
                application.applicant().district(),
                proposal.fund().id(),
                proposal.fund().programme(),
                proposal.sector(),
                MoneyView.of(proposal.total()),
                null);
    }
}

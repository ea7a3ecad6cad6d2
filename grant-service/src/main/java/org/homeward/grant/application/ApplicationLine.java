package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.grant.money.MoneyView;
import org.homeward.kit.journal.Stored;

/** An application in a list: nothing of what was written in free words. */
record ApplicationLine(
        UUID id,
        long version,
        State state,
        UUID beneficiary,
        String district,
        UUID fund,
        String programme,
        Sector sector,
        MoneyView total) {

    static ApplicationLine of(Stored<Application> stored) {
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
                MoneyView.of(proposal.total()));
    }
}

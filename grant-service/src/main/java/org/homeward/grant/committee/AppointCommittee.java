package org.homeward.grant.committee;

import java.util.UUID;
import org.homeward.grant.fund.Funds;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Appoint the committee that reviews the applications to a fund")
class AppointCommittee {

    private final Journal journal;
    private final Funds funds;

    AppointCommittee(Journal journal, Funds funds) {
        this.journal = journal;
        this.funds = funds;
    }

    Receipt appoint(UUID fund, Appointment wanted, Call call) {
        return journal.run(
                call,
                change -> {
                    var known = funds.terms(change, fund).id();
                    var committee =
                            Committee.appoint(
                                    known, wanted.quorum(), wanted.seats(), call.actor().subject());
                    return Receipt.created(
                            CommitteeController.path(fund),
                            change.create(Committees.COMMITTEES, Committees.idOf(fund), committee));
                });
    }
}

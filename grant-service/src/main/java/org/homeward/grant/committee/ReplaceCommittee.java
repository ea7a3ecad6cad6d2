package org.homeward.grant.committee;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Replace the members of a committee, for what is handed in from now on")
class ReplaceCommittee {

    private final Journal journal;

    ReplaceCommittee(Journal journal) {
        this.journal = journal;
    }

    Receipt replace(UUID fund, Appointment wanted, Call call) {
        return journal.run(
                call,
                change -> {
                    var before =
                            change.loadMatching(Committees.COMMITTEES, Committees.idOf(fund), call);
                    var replaced =
                            Committee.appoint(
                                    fund, wanted.quorum(), wanted.seats(), call.actor().subject());
                    return Receipt.ok(
                            CommitteeController.path(fund), change.update(before, replaced));
                });
    }
}

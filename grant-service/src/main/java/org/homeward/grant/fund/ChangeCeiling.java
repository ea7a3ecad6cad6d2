package org.homeward.grant.fund;

import java.util.UUID;
import org.homeward.grant.money.Money;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Raise or lower the ceiling of a fund, never below what is in use")
class ChangeCeiling {

    private final Journal journal;

    ChangeCeiling(Journal journal) {
        this.journal = journal;
    }

    Receipt change(UUID id, Money ceiling, Call call) {
        return journal.run(
                call,
                change -> {
                    var fund = change.loadMatching(Funds.FUNDS, id, call);
                    var changed = change.update(fund, fund.state().changeCeiling(id, ceiling));
                    return Receipt.ok(FundController.path(id), changed);
                });
    }
}

package org.homeward.grant.fund;

import java.util.UUID;
import org.homeward.grant.money.MoneyView;
import org.homeward.kit.journal.Stored;

/** A fund and where its money stands. */
record FundView(UUID id, long version, String programme, String donor, LedgerView ledger) {

    /** Available is the ceiling less the other three. */
    record LedgerView(
            MoneyView ceiling,
            MoneyView reserved,
            MoneyView committed,
            MoneyView spent,
            MoneyView available) {

        static LedgerView of(Ledger ledger) {
            return new LedgerView(
                    MoneyView.of(ledger.ceiling()),
                    MoneyView.of(ledger.reserved()),
                    MoneyView.of(ledger.committed()),
                    MoneyView.of(ledger.spent()),
                    MoneyView.of(ledger.available()));
        }
    }

    static FundView of(Stored<Fund> stored) {
        var fund = stored.state();
        return new FundView(
                stored.id(),
                stored.version(),
                fund.programme(),
                fund.donor(),
                LedgerView.of(fund.ledger()));
    }
}

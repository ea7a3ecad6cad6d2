package org.homeward.grant.fund;

import java.util.UUID;
import org.homeward.contracts.grant.FundCeilingChanged;
import org.homeward.contracts.grant.FundOpened;
import org.homeward.grant.money.Money;
import org.homeward.kit.journal.Decision;

/**
 * Money of one donor for one programme, in one currency.
 *
 * @param programme code of the programme
 * @param donor code of the donor
 */
record Fund(String programme, String donor, Ledger ledger) {

    static Decision<Fund> open(UUID id, String programme, String donor, Money ceiling) {
        return Decision.of(
                new Fund(programme, donor, Ledger.upTo(ceiling)),
                new FundOpened(id, programme, ceiling.inEvent()));
    }

    /**
     * Raises or lowers what may be spent.
     *
     * @throws CeilingBelowUse when less than what is in use already
     */
    Decision<Fund> changeCeiling(UUID id, Money ceiling) {
        return Decision.of(
                with(ledger.upToAnother(ceiling)), new FundCeilingChanged(id, ceiling.inEvent()));
    }

    /** Moves money; whoever causes it says so in events of its own. */
    Decision<Fund> book(Movement movement) {
        return Decision.of(with(ledger.after(movement)));
    }

    private Fund with(Ledger changed) {
        return new Fund(programme, donor, changed);
    }
}

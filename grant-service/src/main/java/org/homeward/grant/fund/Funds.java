package org.homeward.grant.fund;

import java.util.UUID;
import org.homeward.grant.money.Money;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.mongo.StoredTypes;
import org.springframework.stereotype.Component;

/** What funds offer to other features, within the change of their command. */
@Component
public final class Funds {

    static final AggregateType<Fund> FUNDS = AggregateType.of("fund", Fund.class, "funds");

    private final Movements movements;

    Funds(Movements movements) {
        this.movements = movements;
    }

    /** Names what this feature stores. */
    public static void storedIn(StoredTypes.Builder types) {
        types.aggregate(FUNDS);
    }

    /**
     * @throws FundUnknown when there is none
     */
    public FundTerms terms(Change change, UUID fund) {
        var known = find(change, fund).state();
        return new FundTerms(fund, known.programme(), known.ledger().currency());
    }

    /**
     * Sets money aside; it is set aside if and only if the change is committed.
     *
     * @param cause what for; never twice for one cause
     * @throws FundExhausted when less is available
     */
    public void reserve(Change change, UUID fund, UUID cause, Money amount) {
        var before = find(change, fund);
        var movement = Movement.reserved(cause, amount);
        change.update(before, before.state().book(movement));
        movements.add(change, fund, movement);
    }

    private static Stored<Fund> find(Change change, UUID fund) {
        return change.find(FUNDS, fund).orElseThrow(FundUnknown::new);
    }
}

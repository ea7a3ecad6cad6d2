package org.homeward.grant.fund;

import java.util.List;
import java.util.UUID;
import org.homeward.grant.money.Money;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
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
     * @param beneficiary for whom
     * @param cause what for; never twice for one cause
     * @throws FundExhausted when less is available
     */
    public void reserve(Change change, UUID fund, UUID beneficiary, UUID cause, Money amount) {
        book(change, fund, beneficiary, List.of(Movement.reserved(cause, amount)));
    }

    /**
     * Moves money; it is moved if and only if the change is committed.
     *
     * @param beneficiary for whose grant
     */
    public void book(Change change, UUID fund, UUID beneficiary, List<Movement> moved) {
        var before = find(change, fund);
        var after = before.state();
        for (var movement : moved) {
            after = after.book(movement).state();
            movements.add(change, fund, beneficiary, movement);
        }
        change.update(before, Decision.of(after));
    }

    private static Stored<Fund> find(Change change, UUID fund) {
        return change.find(FUNDS, fund).orElseThrow(FundUnknown::new);
    }
}

package org.homeward.grant.fund;

import org.homeward.grant.money.Currency;
import org.homeward.grant.money.Money;

/**
 * Where the money of a fund stands. What is available is what is left: it is never stored, so it
 * can never disagree, and never below zero, because no ledger with more in use than its ceiling
 * exists.
 *
 * @param reserved promised to approved applications
 * @param committed ordered and not yet paid
 * @param spent paid, as finance confirmed
 */
record Ledger(Money ceiling, Money reserved, Money committed, Money spent) {

    Ledger {
        if (ceiling.isLessThan(reserved.plus(committed).plus(spent))) {
            throw new IllegalArgumentException("a ledger beyond its ceiling");
        }
    }

    static Ledger upTo(Money ceiling) {
        var nothing = Money.zero(ceiling.currency());
        return new Ledger(ceiling, nothing, nothing, nothing);
    }

    Currency currency() {
        return ceiling.currency();
    }

    Money used() {
        return reserved.plus(committed).plus(spent);
    }

    Money available() {
        return ceiling.minus(used());
    }

    /**
     * @throws CeilingBelowUse when less than what is reserved, committed and spent together
     */
    Ledger upToAnother(Money newCeiling) {
        if (newCeiling.isLessThan(used())) {
            throw new CeilingBelowUse();
        }
        return new Ledger(newCeiling, reserved, committed, spent);
    }

    /**
     * Nothing is taken from where less lies: a ledger cannot say so.
     *
     * @throws FundExhausted when more is to be reserved than is available
     */
    Ledger after(Movement movement) {
        var amount = movement.amount();
        return switch (movement.kind()) {
            case RESERVED -> {
                if (available().isLessThan(amount)) {
                    throw new FundExhausted();
                }
                yield new Ledger(ceiling, reserved.plus(amount), committed, spent);
            }
            case FREED -> new Ledger(ceiling, reserved.minus(amount), committed, spent);
            case COMMITTED ->
                    new Ledger(ceiling, reserved.minus(amount), committed.plus(amount), spent);
            case CANCELLED -> new Ledger(ceiling, reserved, committed.minus(amount), spent);
            case SPENT ->
                    new Ledger(ceiling, reserved, committed.minus(amount), spent.plus(amount));
            case RETURNED -> new Ledger(ceiling, reserved, committed, spent.minus(amount));
        };
    }
}

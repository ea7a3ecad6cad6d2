package org.homeward.grant.fund;

import org.homeward.grant.money.Currency;
import org.homeward.grant.money.Money;

/**
 * Where the money of a fund stands. What is available is what is left: it is never stored, so it
 * can never disagree, and never below zero, because no ledger with more in use than its ceiling
 * exists.
 *
 * @param reserved promised to approved applications
 * @param committed ordered; part of what is stored and answered, nothing is booked to it before
 *     there are orders
 * @param spent received and invoiced; as committed
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
        };
    }
}

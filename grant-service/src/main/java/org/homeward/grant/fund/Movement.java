package org.homeward.grant.fund;

import java.util.UUID;
import org.homeward.grant.money.Money;

/**
 * One step of money in a fund's ledger.
 *
 * @param cause what it was for, which moves money once in each kind: a grant, one of its items, or
 *     a payment
 */
public record Movement(Kind kind, UUID cause, Money amount) {

    /** From where to where. */
    public enum Kind {
        /** From what is available to what is promised to an approved application. */
        RESERVED,
        /** From what was promised, and is not needed, to what is available. */
        FREED,
        /** From what is promised to what is ordered. */
        COMMITTED,
        /** From what was ordered, and will not be paid, to what is available. */
        CANCELLED,
        /** From what is ordered to what is paid. */
        SPENT,
        /** From what was paid, and was given back, to what is available. */
        RETURNED
    }

    public Movement {
        if (amount.isZero()) {
            throw new IllegalArgumentException("a movement moves something");
        }
    }

    static Movement reserved(UUID cause, Money amount) {
        return new Movement(Kind.RESERVED, cause, amount);
    }
}

package org.homeward.grant.fund;

import java.util.UUID;
import org.homeward.grant.money.Money;

/**
 * One step of money in a fund's ledger.
 *
 * @param cause what it was for: a grant, which moves money once in each kind
 */
record Movement(Kind kind, UUID cause, Money amount) {

    /** From where to where. */
    enum Kind {
        /** From what is available to what is promised to an approved application. */
        RESERVED
    }

    Movement {
        if (amount.isZero()) {
            throw new IllegalArgumentException("a movement moves something");
        }
    }

    static Movement reserved(UUID cause, Money amount) {
        return new Movement(Kind.RESERVED, cause, amount);
    }
}

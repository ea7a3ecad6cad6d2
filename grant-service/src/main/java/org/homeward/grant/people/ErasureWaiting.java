package org.homeward.grant.people;

import java.util.UUID;
import org.homeward.contracts.grant.GrantErasureConfirmed;
import org.homeward.kit.journal.Decision;

/** Something of hers may be here. */
record ErasureWaiting(UUID beneficiary) implements ErasureOrder {

    /**
     * @param id of the order
     */
    Decision<ErasureOrder> done(UUID id) {
        return Decision.of(new ErasureDone(), new GrantErasureConfirmed(id));
    }
}

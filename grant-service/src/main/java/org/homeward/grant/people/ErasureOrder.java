package org.homeward.grant.people;

import java.util.UUID;
import org.homeward.kit.journal.Decision;

/** That somebody is to be erased here as well. Carried out, it forgets whom it was about. */
sealed interface ErasureOrder permits ErasureWaiting, ErasureDone {

    static Decision<ErasureOrder> given(UUID beneficiary) {
        return Decision.of(new ErasureWaiting(beneficiary, null));
    }
}

package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;

/** One thing that a grant gives. */
sealed interface Item permits Purchase, Rent {

    UUID id();

    ItemKind kind();

    ItemState state();

    /** Whether the person has it; of rent, whether the first month is paid. */
    boolean isHandedOver();

    /** Whether nothing more of it is paid. */
    boolean isSettled();

    /** Whether somebody ordered, received or handed over what the person has, or paid for it. */
    boolean isWorkOf(String somebody);

    /**
     * @param payment the id of what is paid
     * @throws StateConflict when there is nothing to pay now
     */
    Moved pay(Act act, UUID payment);

    /**
     * Gives it up; what is not spent is free again.
     *
     * @throws StateConflict when it can only be given back
     */
    Moved cancel(Act act, Secret<String> reason);

    /** Whether nobody waits for it any more. */
    default boolean isDone() {
        return isHandedOver() || isSettled();
    }
}

package org.homeward.grant.people;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.grant.GrantErasureConfirmed;
import org.homeward.kit.journal.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Something of hers may be here.
 *
 * @param walked when all that was known of her was destroyed for the first time; null before
 */
record ErasureWaiting(UUID beneficiary, @Nullable Instant walked) implements ErasureOrder {

    /** What is written by a change that had begun before the order is there after this. */
    static final Duration SETTLING = Duration.ofMinutes(1);

    boolean isDue(Instant now) {
        return walked == null || !now.isBefore(walked.plus(SETTLING));
    }

    /**
     * All that is known of her is destroyed with this change: for the first time, or for what had
     * come in meanwhile, which confirms it.
     *
     * @param id of the order
     */
    Decision<ErasureOrder> destroyed(UUID id, Instant now) {
        return walked == null
                ? Decision.of(new ErasureWaiting(beneficiary, now))
                : Decision.of(new ErasureDone(), new GrantErasureConfirmed(id));
    }
}

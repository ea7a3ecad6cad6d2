package org.homeward.story.erasure;

import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.story.StoryErasureConfirmed;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;

/** That an erasure was carried out here; of whom, and of which story, is not kept. */
public record ErasureDone(Instant at) {

    public static final AggregateType<ErasureDone> ERASURES =
            AggregateType.of("story-erasure", ErasureDone.class, "erasures");

    /**
     * Confirms it, with the change that destroys; once, however often it is ordered.
     *
     * @param order id by which it was ordered
     */
    public static void confirm(UUID order, Change change) {
        if (change.find(ERASURES, order).isEmpty()) {
            change.create(
                    ERASURES,
                    order,
                    Decision.of(new ErasureDone(change.now()), new StoryErasureConfirmed(order)));
        }
    }
}

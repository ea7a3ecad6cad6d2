package org.homeward.kit.inbox;

import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.EventEnvelope;

/**
 * An event that waits in the parking place, with its place in the order of its aggregate.
 *
 * @param id derived from the event: the same event is parked once
 * @param reason the class of the exception, or why it waits; never what an exception said
 * @param attempts how often its handler has failed with it
 */
record ParkedEvent(
        UUID id, Located at, EventEnvelope envelope, String reason, Instant since, int attempts) {

    /** Events before it are missing. */
    static final String GAP = "gap";

    /** Earlier events of its aggregate are parked. */
    static final String BEHIND = "behind";
}

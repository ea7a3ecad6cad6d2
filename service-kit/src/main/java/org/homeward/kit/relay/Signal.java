package org.homeward.kit.relay;

import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** What other threads tell the relay's thread. */
sealed interface Signal {

    /** Something may be pending. */
    record Wake() implements Signal {}

    /** The broker has the event, there. */
    record Ack(Lane lane, long offset) implements Signal {}

    /**
     * The event was not acknowledged; it may be on the topic all the same.
     *
     * @param producer null when none could be made
     */
    record Failure(Lane lane, Exception why, @Nullable Producer<byte[], byte[]> producer)
            implements Signal {}
}

package org.homeward.kit.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in the parking place, as an operator sees it.
 *
 * @param source of the event, with epoch, sequence and type; null for what is no valid event
 * @param reason class of the exception, or why it waits; for no valid event, what is wrong with it
 * @param attempts how often its handler has failed with it
 */
public record ParkedMessage(
        UUID id,
        @Nullable String source,
        @Nullable Long epoch,
        @Nullable Long sequence,
        @Nullable String type,
        String topic,
        int partition,
        long offset,
        String reason,
        Instant since,
        int attempts) {}

package org.homeward.kit.inbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that is no valid event, so it has no place in any order: kept as it came.
 *
 * @param reason in words of the contract; nothing of the record
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the record to the database, not compared
record Garbage(
        Located at,
        byte @Nullable [] key,
        Map<String, byte[]> headers,
        byte @Nullable [] value,
        String reason) {}

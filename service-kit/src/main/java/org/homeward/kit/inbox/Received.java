package org.homeward.kit.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Where an event stands and when it was decided.
 *
 * @param aggregate whose event it is
 * @param source the same as CloudEvents name it: {@code /consent/6f0c…}
 * @param epoch of the sender's database
 * @param sequence of the event among those of its aggregate
 * @param id of the event: the same however often it is sent
 * @param time for people only; nothing may be ordered by it
 */
public record Received(
        UUID aggregate, String source, long epoch, long sequence, UUID id, Instant time) {}

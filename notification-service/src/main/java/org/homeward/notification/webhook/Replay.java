package org.homeward.notification.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A period that is posted once more, as far as it is not taken up yet.
 *
 * @param from when the first that is left happened
 * @param to before which the last happened
 * @param after of those that happened at {@code from}, all up to this message are taken up
 */
public record Replay(Instant from, Instant to, @Nullable UUID after) {}

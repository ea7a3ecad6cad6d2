/**
 * From topics to effects: exactly one effect for each event, in order, failing closed.
 *
 * <p>A service declares one {@link org.homeward.kit.inbox.Reactions} bean and imports {@code
 * kit-inbox.yml}. What keeps which promise: {@code Inbox} and {@code Round} I1 to I4, {@code
 * Verdict} the order, {@code InboxContainer}, {@code RawRecords} and {@code LeaderEpochs} that
 * Kafka's side loses nothing, {@link org.homeward.kit.inbox.Freshness} I5. Operators have {@link
 * org.homeward.kit.inbox.Parking}.
 */
@NullMarked
package org.homeward.kit.inbox;

import org.jspecify.annotations.NullMarked;

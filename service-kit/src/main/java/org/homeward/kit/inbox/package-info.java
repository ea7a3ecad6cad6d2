/**
 * From topics to effects: exactly one effect for each event, in order, failing closed.
 *
 * <p>A service declares one {@link org.homeward.kit.inbox.Reactions} bean and imports {@code
 * kit-inbox.yml}. To be read in this order, each part without those behind it:
 *
 * <ol>
 *   <li>the way of an event, I1 to I4: {@code Inbox}, {@code Recognition}, {@code Round}, {@code
 *       Verdict}, {@code Positions}, {@code Progress};
 *   <li>that Kafka's side loses nothing: {@code InboxContainer}, {@code RawRecords}, {@code
 *       LeaderEpochs}, {@code IdleProgress};
 *   <li>what waits, and how it flows again: {@code ParkingPlace}, {@code Replay}, {@code Repairs},
 *       and for operators {@link org.homeward.kit.inbox.Parking};
 *   <li>whether something is known to be complete, I5: {@link org.homeward.kit.inbox.Freshness},
 *       {@code WatermarkReader}, {@code Watermarks};
 *   <li>building a projection again: {@code Rebuilds}, {@code Rebuild}, {@code Gate}.
 * </ol>
 */
@NullMarked
package org.homeward.kit.inbox;

import org.jspecify.annotations.NullMarked;

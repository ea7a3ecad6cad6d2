package org.homeward.kit.inbox;

import org.homeward.kit.inbox.Position.Why;

/**
 * What an event's place says about it. Pure: the whole of the sequencing rules is here (I1, I2 and
 * the order within I3), and it knows no clock, no database and no content.
 */
sealed interface Verdict {

    /**
     * The next event of its aggregate.
     *
     * @param lost how many events of the aggregate that were handled here the sender has lost in a
     *     restore; 0 as a rule
     */
    record Apply(long lost) implements Verdict {}

    /** Was handled before: nothing happens. */
    record Repeat() implements Verdict {}

    /** From before a restore of the sender that has been heard of already: nothing happens. */
    record Outdated() implements Verdict {}

    /** Has the place of the last event and other content: not handled, and an alarm. */
    record Contradiction() implements Verdict {}

    /**
     * Events before it are missing: parked, and an alarm.
     *
     * @param missing how many
     */
    record Gap(long missing) implements Verdict {}

    /** Earlier events of its aggregate are parked: parked behind them. */
    record Behind() implements Verdict {}

    /** Judges an event against how far its aggregate has come. */
    static Verdict on(Position last, long epoch, long sequence, String hash) {
        if (epoch < last.epoch()) {
            return new Outdated();
        }
        if (epoch == last.epoch() && sequence <= last.sequence()) {
            boolean contradicts = sequence == last.sequence() && !hash.equals(last.hash());
            return contradicts ? new Contradiction() : new Repeat();
        }
        long next = last.sequence() + 1;
        if (sequence > next) {
            return last.isBlocked() ? new Behind() : new Gap(sequence - next);
        }
        // Only the event that fills a gap may pass parked ones; any other waits its turn.
        if (last.isBlocked() && !last.isBlocked(Why.GAP)) {
            return new Behind();
        }
        return new Apply(next - sequence);
    }
}

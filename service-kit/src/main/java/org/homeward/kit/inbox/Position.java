package org.homeward.kit.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer has come with one aggregate.
 *
 * @param epoch of the last event it is past; -1 before the first
 * @param hash of that event, to tell a repeat from a contradiction
 * @param blocked while later events of the aggregate are parked; null when it flows
 * @param version counts the writes of this position: what a zombie compares and loses by
 */
record Position(
        String source,
        long epoch,
        long sequence,
        String hash,
        @Nullable Blocked blocked,
        long version) {

    /** Why events of an aggregate wait in the parking place, and since when. */
    record Blocked(Instant since, Why why) {}

    /** What has to happen before an aggregate flows again. */
    enum Why {
        /** An event before the parked ones is missing. */
        GAP,
        /** The first parked event could not be handled. */
        FAILED,
        /** Nothing any more: the parked ones are about to be handled in order. */
        REPAIRED
    }

    static Position unseen(String source) {
        return new Position(source, -1, 0, "", null, 0);
    }

    boolean isNew() {
        return version == 0;
    }

    boolean isBlocked() {
        return blocked != null;
    }

    boolean isBlocked(Why why) {
        return blocked != null && blocked.why() == why;
    }

    Position after(long newEpoch, long newSequence, String newHash) {
        return new Position(source, newEpoch, newSequence, newHash, blocked, version);
    }

    /** Blocked for this reason; since the first, if it was blocked before. */
    Position blocked(Why why, Instant now) {
        Instant since = blocked == null ? now : blocked.since();
        return new Position(source, epoch, sequence, hash, new Blocked(since, why), version);
    }

    Position flowing() {
        return new Position(source, epoch, sequence, hash, null, version);
    }
}

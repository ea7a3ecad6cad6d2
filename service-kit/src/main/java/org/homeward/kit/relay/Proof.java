package org.homeward.kit.relay;

/**
 * That everything marked as published of a shard is on its topic: seen under a lease, and good for
 * the connection that was open when it was seen.
 */
final class Proof {

    private final long lease;
    private final long connection;
    private volatile long last;

    /**
     * @param lease epoch of the lease
     * @param last place on the topic when it was seen
     */
    Proof(long lease, long connection, long last) {
        this.lease = lease;
        this.connection = connection;
        this.last = last;
    }

    boolean isOf(long otherLease, long otherConnection) {
        return lease == otherLease && connection == otherConnection;
    }

    long lease() {
        return lease;
    }

    /** The highest place that is known. */
    long last() {
        return last;
    }

    /** An event was put there. Returns false when the topic must have lost something. */
    boolean goesOnAt(long offset) {
        if (offset <= last) {
            return false;
        }
        last = offset;
        return true;
    }
}

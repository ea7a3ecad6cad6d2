package org.homeward.kit.inbox;

/**
 * What the relay says of one partition: whatever was committed longer ago than the age is at or
 * below the offset.
 *
 * @param offset -1: there is nothing yet
 * @param oldestPendingMillis the age: of the oldest event that is not sent yet; 0 when all are
 */
record Watermark(String topic, int partition, long offset, long oldestPendingMillis) {

    static final String TOPIC = "homeward.watermark.v1";

    /** Header of the record: fencing epoch of the relay that says so. */
    static final String LEASE = "lease-epoch";
}

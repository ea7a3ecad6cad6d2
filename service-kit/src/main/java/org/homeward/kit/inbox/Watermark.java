package org.homeward.kit.inbox;

/**
 * What the relay says of one partition.
 *
 * @param offset of the last record that was acknowledged; -1 before the first
 * @param oldestPendingMillis age of the oldest event that is not sent yet; 0 when all are
 */
record Watermark(String topic, int partition, long offset, long oldestPendingMillis) {

    static final String TOPIC = "homeward.watermark.v1";
}

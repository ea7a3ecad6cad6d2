package org.homeward.kit.inbox;

/** Where a record lies in Kafka. */
record Located(String topic, int partition, long offset) {}

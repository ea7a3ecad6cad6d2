package org.homeward.contracts;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Which partition of its topic an aggregate's events are on. It is Kafka's own rule for records
 * with a key (murmur2 of the key, the id as text), known here without a Kafka client, because the
 * outbox must know the partition when it writes.
 */
public final class Partitions {

    /** Partitions of every topic of events; never changed, or the order of an aggregate is lost. */
    public static final int COUNT = 12;

    private static final int SEED = 0x9747b28c;
    private static final int MIX = 0x5bd1e995;

    private Partitions() {}

    /**
     * The partition, from 0, of an aggregate's events on a topic with {@link #COUNT} partitions.
     */
    public static int partitionOf(UUID aggregate) {
        return partitionOf(aggregate, COUNT);
    }

    /** The partition, from 0, of an aggregate's events on a topic with so many partitions. */
    public static int partitionOf(UUID aggregate, int partitions) {
        byte[] key = aggregate.toString().getBytes(StandardCharsets.UTF_8);
        return (murmur2(key) & Integer.MAX_VALUE) % partitions;
    }

    /** MurmurHash2 by Austin Appleby (public domain), 32 bits, with the seed that Kafka takes. */
    static int murmur2(byte[] key) {
        ByteBuffer rest = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
        int hash = SEED ^ key.length;
        while (rest.remaining() >= Integer.BYTES) {
            int block = rest.getInt() * MIX;
            hash = hash * MIX ^ (block ^ block >>> 24) * MIX;
        }
        if (rest.hasRemaining()) {
            int tail = 0;
            for (int shift = 0; rest.hasRemaining(); shift += Byte.SIZE) {
                tail |= (rest.get() & 0xff) << shift;
            }
            hash = (hash ^ tail) * MIX;
        }
        hash = (hash ^ hash >>> 13) * MIX;
        return hash ^ hash >>> 15;
    }
}

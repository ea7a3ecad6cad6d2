package org.homeward.kit.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventEnvelope;

/**
 * An event as it was received, with what this service can make of it.
 *
 * @param hash of what the event says: the same in every repeat
 */
record Arrival(Located at, EventEnvelope envelope, Content content, String hash) {

    /** What stands in the event, as far as this service is concerned. */
    sealed interface Content {

        /** To be given to its handler. */
        record Wanted(Event event) implements Content {}

        /** Nobody here has a use for it; it only moves the position. */
        record Unwanted() implements Content {}

        /**
         * Of a type that this version does not know, from a newer sender, on a topic whose news may
         * be passed over. Moves the position.
         */
        record Unknown() implements Content {}

        /**
         * Cannot be handled: its data is not what its type promises, or its type is not known and
         * the topic is watched. A later version may read it, so it waits in the parking place.
         */
        record Unreadable(String reason) implements Content {}
    }

    static Arrival of(Located at, EventEnvelope envelope, Content content) {
        return new Arrival(at, envelope, content, hash(envelope));
    }

    String source() {
        return envelope.source();
    }

    long epoch() {
        return envelope.epoch();
    }

    long sequence() {
        return envelope.sequence();
    }

    Received received() {
        return new Received(
                envelope.aggregate(),
                envelope.source(),
                envelope.epoch(),
                envelope.sequence(),
                envelope.id(),
                envelope.time());
    }

    private static String hash(EventEnvelope envelope) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    ByteBuffer.allocate(16)
                            .putLong(envelope.id().getMostSignificantBits())
                            .putLong(envelope.id().getLeastSignificantBits())
                            .array());
            digest.update(envelope.type().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(envelope.data()), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package org.homeward.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.contracts.EventEnvelope;
import org.jspecify.annotations.Nullable;

/** How parked messages are stored: events by their attributes, garbage byte by byte. */
final class ParkedFormat {

    static final String EVENT = "event";
    static final String GARBAGE = "garbage";

    private ParkedFormat() {}

    static Document of(String consumer, ParkedEvent parked) {
        EventEnvelope event = parked.envelope();
        return common(parked.id(), consumer, EVENT, parked.at(), parked.reason())
                .append("s", event.source())
                .append("epoch", event.epoch())
                .append("sequence", event.sequence())
                .append("since", Date.from(parked.since()))
                .append("attempts", parked.attempts())
                .append("type", event.type())
                .append("id", event.id())
                .append("time", Date.from(event.time()))
                .append("trace", event.traceparent())
                .append("value", new Binary(event.data()));
    }

    static Document of(String consumer, Garbage garbage, Instant now) {
        List<Document> headers =
                garbage.headers().entrySet().stream()
                        .map(
                                h ->
                                        new Document("k", h.getKey())
                                                .append("v", new Binary(h.getValue())))
                        .toList();
        Document document =
                common(
                                idOf(consumer, garbage.at()),
                                consumer,
                                GARBAGE,
                                garbage.at(),
                                garbage.reason())
                        .append("since", Date.from(now))
                        .append("attempts", 0)
                        .append("headers", headers);
        if (garbage.key() != null) {
            document.append("key", new Binary(garbage.key()));
        }
        if (garbage.value() != null) {
            document.append("value", new Binary(garbage.value()));
        }
        return document;
    }

    static UUID idOf(String consumer, Located at) {
        String place = consumer + '\n' + at.topic() + '\n' + at.partition() + '\n' + at.offset();
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    static UUID idOf(String consumer, EventEnvelope event) {
        return idOf(consumer, event.source(), event.epoch(), event.sequence());
    }

    static UUID idOf(String consumer, String source, long epoch, long sequence) {
        String place = consumer + '\n' + source + '\n' + epoch + '\n' + sequence;
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    static Located at(Document parked) {
        return new Located(
                parked.getString("topic"),
                parked.getInteger("partition"),
                parked.getLong("offset"));
    }

    static ParkedEvent event(Document parked) {
        EventEnvelope envelope =
                new EventEnvelope(
                        parked.get("id", UUID.class),
                        parked.getString("s"),
                        parked.getString("type"),
                        parked.getLong("epoch"),
                        parked.getLong("sequence"),
                        parked.getDate("time").toInstant(),
                        parked.getString("trace"),
                        parked.get("value", Binary.class).getData());
        return new ParkedEvent(
                parked.get("_id", UUID.class),
                at(parked),
                envelope,
                parked.getString("reason"),
                parked.getDate("since").toInstant(),
                parked.getInteger("attempts"));
    }

    static boolean isGarbage(Document parked) {
        return GARBAGE.equals(parked.getString("kind"));
    }

    static ParkedMessage message(Document parked) {
        Located at = at(parked);
        return new ParkedMessage(
                parked.get("_id", UUID.class),
                parked.getString("s"),
                parked.getLong("epoch"),
                parked.getLong("sequence"),
                parked.getString("type"),
                at.topic(),
                at.partition(),
                at.offset(),
                parked.getString("reason"),
                parked.getDate("since").toInstant(),
                parked.getInteger("attempts"));
    }

    static Garbage garbage(Document parked) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Document header : parked.getList("headers", Document.class)) {
            headers.put(header.getString("k"), header.get("v", Binary.class).getData());
        }
        return new Garbage(
                at(parked),
                bytes(parked, "key"),
                headers,
                bytes(parked, "value"),
                parked.getString("reason"));
    }

    private static byte @Nullable [] bytes(Document parked, String field) {
        Binary binary = parked.get(field, Binary.class);
        return binary == null ? null : binary.getData();
    }

    private static Document common(
            UUID id, String consumer, String kind, Located at, String reason) {
        return new Document("_id", id)
                .append("c", consumer)
                .append("kind", kind)
                .append("topic", at.topic())
                .append("partition", at.partition())
                .append("offset", at.offset())
                .append("reason", reason);
    }
}

package org.homeward.kit.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.EventJson;
import org.homeward.contracts.Partitions;
import org.homeward.kit.audit.AuditLog;
import org.homeward.kit.audit.Signing;

/** Writes entries as {@link JournalFormat} describes them. */
final class Entry {

    /** Consumers must take 64 KiB at least; ours are far below, so more is a mistake of ours. */
    static final int MAX_EVENT_BYTES = 64 * 1024;

    private final EventCatalogue catalogue;
    private final long epoch;
    private final String instance;
    private final Signing signing;
    private final RandomGenerator random;

    Entry(
            EventCatalogue catalogue,
            long epoch,
            String instance,
            Signing signing,
            RandomGenerator random) {
        this.catalogue = catalogue;
        this.epoch = epoch;
        this.instance = instance;
        this.signing = signing;
        this.random = random;
    }

    /**
     * @param before sequence of the aggregate before this change
     * @param order see {@link JournalFormat}
     */
    Document of(
            Stored<?> after,
            long before,
            long order,
            List<String> fields,
            List<Event> events,
            Origin origin,
            Instant at) {
        var written = new ArrayList<Document>();
        var hashes = new ArrayList<String>();
        long sequence = before;
        var topics = events.stream().map(catalogue::topicOf).distinct().toList();
        if (topics.size() > 1) {
            throw new IllegalStateException(
                    "events of an aggregate of type " + after.type().name() + " on two topics");
        }
        for (Event event : events) {
            sequence++;
            byte[] data = EventJson.write(event);
            if (data.length > MAX_EVENT_BYTES) {
                throw new IllegalStateException(
                        "an event of type " + catalogue.typeOf(event) + " is too large");
            }
            written.add(event(event, after, sequence, data, at));
            hashes.add(sha256(data));
        }
        var fact = fact(after, fields, hashes, origin, at);
        var entry =
                new Document("_id", new Document("a", after.id()).append("v", after.version()))
                        .append("fact", fact);
        if (!written.isEmpty()) {
            fact.append(JournalFormat.TOPIC, topics.getFirst());
            entry.append("events", written);
        }
        signing.sign(AuditLog.JOURNAL, entry);
        if (!written.isEmpty()) {
            entry.append(
                    "outbox",
                    new Document("shard", shard(topics.getFirst(), after.id()))
                            .append("order", order)
                            .append("stamp", UUID.randomUUID())
                            .append("by", instance));
        }
        return entry;
    }

    private Document fact(
            Stored<?> after, List<String> fields, List<String> hashes, Origin origin, Instant at) {
        var fact =
                new Document("type", after.type().name())
                        .append("at", Date.from(at))
                        .append("epoch", epoch)
                        .append("subject", origin.subject())
                        .append("action", origin.action())
                        .append("command", origin.command())
                        .append("fields", fields)
                        .append("events", hashes);
        if (origin.actor() != null) {
            fact.append("actor", origin.actor());
        }
        if (origin.organisation() != null) {
            fact.append("organisation", origin.organisation());
        }
        return fact;
    }

    private Document event(Event event, Stored<?> after, long sequence, byte[] data, Instant at) {
        var source = after.type().source(after.id());
        return new Document("id", EventEnvelope.idOf(source, epoch, sequence))
                .append("type", catalogue.typeOf(event))
                .append("sequence", sequence)
                .append("time", Date.from(at))
                .append("trace", traceparent())
                .append("data", new Binary(data));
    }

    /** A trace of its own: the request's would join facts that must stay apart. */
    private String traceparent() {
        byte[] ids = new byte[24];
        random.nextBytes(ids);
        var hex = HexFormat.of();
        return "00-" + hex.formatHex(ids, 0, 16) + "-" + hex.formatHex(ids, 16, 24) + "-01";
    }

    private static String shard(String topic, UUID aggregate) {
        return topic + "/" + Partitions.partitionOf(aggregate);
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

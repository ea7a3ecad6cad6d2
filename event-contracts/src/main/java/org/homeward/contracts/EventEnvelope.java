package org.homeward.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way: the CloudEvents attributes beside the event's own bytes.
 *
 * <p>Nothing here is a clock's order: an aggregate's events are ordered by epoch and sequence
 * alone, {@code time} is for people. It is kept to the millisecond, as the database keeps it.
 *
 * @param id derived by {@link #idOf}, so an event sent again is the same event
 * @param source the aggregate: {@code /consent/6f0c…}
 * @param type the CloudEvents type
 * @param epoch of the service's database; a restore raises it
 * @param sequence of the event among those of its aggregate: 1, 2, 3… without a gap
 * @param time when it was decided
 * @param traceparent a trace that is the event's own
 * @param data the event as {@link EventJson} writes it
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record EventEnvelope(
        UUID id,
        String source,
        String type,
        long epoch,
        long sequence,
        Instant time,
        String traceparent,
        byte[] data) {

    /** Names of the record headers: CloudEvents 1.0, Kafka binding, binary mode. */
    public static final String SPECVERSION = "ce_specversion";

    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SEQUENCE = "ce_sequence";
    public static final String EPOCH = "ce_epoch";
    public static final String TRACEPARENT = "ce_traceparent";
    public static final String CONTENT_TYPE = "content-type";

    private static final String JSON = "application/json";

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern ID_FORM = Pattern.compile(UUID_FORM);
    private static final Pattern SOURCE_FORM =
            Pattern.compile("/[a-z][a-z0-9-]{0,39}/" + UUID_FORM);
    private static final Pattern TYPE_FORM =
            Pattern.compile("[a-z][a-z0-9-]{0,39}(\\.[a-z0-9-]{1,40}){1,5}");
    private static final Pattern EPOCH_FORM = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final Pattern SEQUENCE_FORM = Pattern.compile("[0-9]{20}");
    private static final Pattern VERSION_FORM = Pattern.compile("1\\.0");
    private static final Pattern JSON_FORM = Pattern.compile("application/json(;.*)?");

    public EventEnvelope {
        require(SOURCE_FORM.matcher(source).matches(), "source is no aggregate");
        require(TYPE_FORM.matcher(type).matches(), "type is no event type");
        require(epoch >= 0, "epoch is negative");
        require(sequence >= 1, "sequence is not positive");
        require(Traceparent.isValid(traceparent), "traceparent is none of version 00");
        require(data.length > 0, "there is no data");
        time = time.truncatedTo(ChronoUnit.MILLIS);
        data = data.clone();
    }

    /** An envelope for an event of an aggregate; id and source follow from the rest. */
    public static EventEnvelope of(
            String aggregateType,
            UUID aggregate,
            String type,
            long epoch,
            long sequence,
            Instant time,
            String traceparent,
            byte[] data) {
        String source = sourceOf(aggregateType, aggregate);
        return new EventEnvelope(
                idOf(source, epoch, sequence),
                source,
                type,
                epoch,
                sequence,
                time,
                traceparent,
                data);
    }

    /** The source of an aggregate's events: {@code /application/6f0c…}. */
    public static String sourceOf(String aggregateType, UUID aggregate) {
        return "/" + aggregateType + "/" + aggregate;
    }

    /**
     * The id of an event: a UUID of version 8 from the SHA-256 of its place. So the same event has
     * the same id however often it is sent, and it tells no more than its source does.
     */
    public static UUID idOf(String source, long epoch, long sequence) {
        String place = source + '\n' + epoch + '\n' + sequence;
        ByteBuffer digest = ByteBuffer.wrap(sha256(place.getBytes(UTF_8)));
        long high = (digest.getLong() & ~0xf000L) | 0x8000L;
        long low = (digest.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }

    /** The sequence as CloudEvents compare it, as text: 20 digits. */
    public static String sequenceText(long sequence) {
        var digits = Long.toString(sequence);
        return "0".repeat(20 - digits.length()) + digits;
    }

    /** The name of the aggregate's type, from the source. */
    public String aggregateType() {
        return partOfSource(1);
    }

    /** The aggregate whose event this is, from the source. */
    public UUID aggregate() {
        return UUID.fromString(partOfSource(2));
    }

    /** The record key: the aggregate's id as text. */
    public String key() {
        return partOfSource(2);
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    /** The attributes as record headers; the record's value is {@link #data}. */
    public Map<String, byte[]> headers() {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put(SPECVERSION, bytes("1.0"));
        headers.put(ID, bytes(id.toString()));
        headers.put(SOURCE, bytes(source));
        headers.put(TYPE, bytes(type));
        headers.put(TIME, bytes(time.toString()));
        headers.put(SEQUENCE, bytes(sequenceText(sequence)));
        headers.put(EPOCH, bytes(Long.toString(epoch)));
        headers.put(TRACEPARENT, bytes(traceparent));
        headers.put(CONTENT_TYPE, bytes(JSON));
        return headers;
    }

    /**
     * The envelope of a received record. Other headers are passed over.
     *
     * @param value the record's value; null is a tombstone, and no event
     * @throws MalformedEvent if a header is missing or not as it must be
     */
    public static EventEnvelope from(Map<String, byte[]> headers, byte @Nullable [] value) {
        var attributes = new Attributes(headers);
        attributes.matching(SPECVERSION, VERSION_FORM);
        attributes.matching(CONTENT_TYPE, JSON_FORM);
        return new EventEnvelope(
                UUID.fromString(attributes.matching(ID, ID_FORM)),
                attributes.text(SOURCE),
                attributes.text(TYPE),
                attributes.number(EPOCH, EPOCH_FORM),
                attributes.number(SEQUENCE, SEQUENCE_FORM),
                attributes.moment(TIME),
                attributes.text(TRACEPARENT),
                value == null ? new byte[0] : value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventEnvelope that
                && id.equals(that.id)
                && source.equals(that.source)
                && type.equals(that.type)
                && epoch == that.epoch
                && sequence == that.sequence
                && time.equals(that.time)
                && traceparent.equals(that.traceparent)
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, sequence, Arrays.hashCode(data));
    }

    /** Place and type, for logs; never the data. */
    @Override
    public String toString() {
        return type + " " + source + " epoch " + epoch + " sequence " + sequence;
    }

    private String partOfSource(int part) {
        return source.split("/", -1)[part];
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new MalformedEvent(reason);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

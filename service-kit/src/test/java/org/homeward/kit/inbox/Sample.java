package org.homeward.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.EventJson;
import org.homeward.contracts.Partitions;
import org.homeward.contracts.notification.DeliveryChannel;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.contracts.notification.NotificationFailed;

/** An event of one aggregate as it lies on the topic. */
record Sample(UUID aggregate, long epoch, long sequence, String type, String data) {

    static final String TOPIC = "homeward.notification.v1";
    static final String KIND = "notification";

    private static final EventCatalogue CATALOGUE = EventCatalogue.load();
    private static final String ABOUT = "homeward.story.published.v1";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /** One that the tests' service has a handler for. */
    static Sample of(UUID aggregate, long sequence) {
        var event = new NotificationDelivered(aggregate, DeliveryChannel.EMAIL, ABOUT);
        return new Sample(aggregate, 1, sequence, CATALOGUE.typeOf(event), json(event));
    }

    /** One that it has no use for. */
    Sample unwanted() {
        var event = new NotificationFailed(aggregate, DeliveryChannel.EMAIL, ABOUT);
        return new Sample(aggregate, epoch, sequence, CATALOGUE.typeOf(event), json(event));
    }

    Sample typed(String other) {
        return new Sample(aggregate, epoch, sequence, other, data);
    }

    Sample in(long otherEpoch) {
        return new Sample(aggregate, otherEpoch, sequence, type, data);
    }

    Sample saying(String otherData) {
        return new Sample(aggregate, epoch, sequence, type, otherData);
    }

    private static String json(Event event) {
        return new String(EventJson.write(event), UTF_8);
    }

    byte[] value() {
        return data.getBytes(UTF_8);
    }

    String source() {
        return EventEnvelope.sourceOf(KIND, aggregate);
    }

    int partition() {
        return Partitions.partitionOf(aggregate);
    }

    Map<String, byte[]> headers() {
        return EventEnvelope.of(
                        KIND, aggregate, type, epoch, sequence, Instant.EPOCH, TRACE, value())
                .headers();
    }

    ProducerRecord<byte[], byte[]> toSend() {
        var message =
                new ProducerRecord<>(
                        TOPIC, partition(), aggregate.toString().getBytes(UTF_8), value());
        headers().forEach((name, value) -> message.headers().add(name, value));
        return message;
    }

    /** As if it had been read at this offset. */
    ConsumerRecord<?, ?> at(long offset) {
        return at(TOPIC, partition(), offset);
    }

    ConsumerRecord<?, ?> at(String topic, int partition, long offset) {
        var headers = new RecordHeaders();
        headers().forEach(headers::add);
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                0,
                TimestampType.CREATE_TIME,
                36,
                value().length,
                aggregate.toString().getBytes(UTF_8),
                value(),
                headers,
                Optional.empty());
    }
}

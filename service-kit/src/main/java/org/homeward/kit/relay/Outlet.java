package org.homeward.kit.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.DuplicateSequenceException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.homeward.contracts.EventEnvelope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events to their partition. The producer is idempotent and waits for all replicas in sync;
 * it is made anew after an error it can't go on from. Used by the relay's thread; outcomes are told
 * on the producer's own.
 *
 * <p>R8: a producer serves one connection, which has a number. One that was closed may lead to a
 * broker that has lost something; a producer never opens it again before what it holds has run out
 * (see {@link RelayClients#events}), and here it is found to be broken and is given up.
 */
final class Outlet {

    private static final Duration GRACE = Duration.ofMillis(300);
    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> current;
    private @Nullable Metric closings;
    private long connection;

    Outlet(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    /**
     * Sends the next event of a lane; exactly one signal tells what became of it.
     *
     * @throws Unsendable when it can't be made a record; there is no signal then
     */
    void send(Lane lane, Consumer<Signal> signals) {
        var message = record(lane.shard(), lane.next());
        var producer = current;
        try {
            if (producer == null) {
                throw new DisconnectException();
            }
            var _ =
                    producer.send(
                            message,
                            (placed, failure) ->
                                    signals.accept(outcome(lane, placed, failure, producer)));
        } catch (RuntimeException failure) {
            // what concerns the record is told to the callback; thrown is what concerns the
            // producer
            signals.accept(new Signal.Failure(lane, failure, producer));
        }
    }

    /** An event that the broker knew already is sent again: nobody can tell where it is. */
    private static Signal outcome(
            Lane lane,
            RecordMetadata placed,
            @Nullable Exception failure,
            Producer<byte[], byte[]> producer) {
        if (failure != null) {
            return new Signal.Failure(lane, failure, producer);
        }
        return placed.hasOffset()
                ? new Signal.Ack(lane, placed.offset())
                : new Signal.Failure(lane, new DuplicateSequenceException("no offset"), producer);
    }

    private static ProducerRecord<byte[], byte[]> record(Shard shard, EventEnvelope event) {
        var message =
                new ProducerRecord<>(
                        shard.topic(),
                        shard.partition(),
                        event.key().getBytes(StandardCharsets.UTF_8),
                        event.data());
        event.headers().forEach(message.headers()::add);
        return message;
    }

    /**
     * Opens a connection if there is none, by asking for a topic's partitions.
     *
     * @return its number
     * @throws KafkaException when nobody answers
     */
    long connect(String topic) {
        if (current == null) {
            var made = producers.get();
            current = made;
            closings = closings(made);
            connection++;
            try {
                made.partitionsFor(topic);
            } catch (KafkaException silence) {
                close();
                throw silence;
            }
        }
        if (isBroken()) {
            throw new DisconnectException();
        }
        return connection;
    }

    /** The number of the connection that is open; 0 when there is none. */
    long connection() {
        return current == null || isBroken() ? 0 : connection;
    }

    /** Whether a connection was closed since the producer was made. */
    boolean isBroken() {
        return closings != null
                && closings.metricValue() instanceof Number times
                && times.doubleValue() > 0;
    }

    private static @Nullable Metric closings(Producer<?, ?> producer) {
        return producer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-close-total"))
                .filter(metric -> metric.getKey().group().equals("producer-metrics"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether no repetition can help: the record itself is refused. */
    static boolean isForGood(Exception failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof SerializationException;
    }

    /** After a failure: gives the producer up if it may be unable to go on. */
    void recoverFrom(Signal.Failure failure) {
        if (failure.producer() == current
                && !isForGood(failure.why())
                && (!(failure.why() instanceof RetriableException)
                        // waited in vain: it may have no way to any broker, and looks for none
                        || failure.why() instanceof TimeoutException)) {
            close();
        }
    }

    /** As {@link #close}, when the producer itself may be what is broken. */
    void giveUp() {
        try {
            close();
        } catch (RuntimeException broken) {
            LOG.warn("A producer can't be closed: {}", broken.getClass().getName());
        }
    }

    /** Ends soon: what is on its way by a connection that holds may still arrive. */
    void retire() {
        close(GRACE);
    }

    /** Ends at once; what is on its way fails. */
    void close() {
        close(Duration.ZERO);
    }

    private void close(Duration grace) {
        var ending = current;
        current = null;
        closings = null;
        if (ending != null) {
            ending.close(grace);
        }
    }
}

package org.homeward.kit.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.homeward.contracts.EventEnvelope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events to their partition. The producer is idempotent and waits for all replicas in sync;
 * it is made anew after an error it can't go on from. Used by the relay's thread; outcomes are told
 * on the producer's own.
 */
final class Outlet {

    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> current;

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
        try {
            var producer = producer();
            var _ =
                    producer.send(
                            message,
                            (placed, failure) ->
                                    signals.accept(
                                            failure == null
                                                    ? new Signal.Ack(lane, placed.offset())
                                                    : new Signal.Failure(lane, failure, producer)));
        } catch (RuntimeException failure) {
            // what concerns the record is told to the callback; thrown is what concerns the
            // producer
            signals.accept(new Signal.Failure(lane, failure, current));
        }
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

    private Producer<byte[], byte[]> producer() {
        if (current == null) {
            current = producers.get();
        }
        return current;
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
                && !(failure.why() instanceof RetriableException)
                && !isForGood(failure.why())) {
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

    /** Ends at once; what is on its way fails. */
    void close() {
        var ending = current;
        current = null;
        if (ending != null) {
            ending.close(Duration.ZERO);
        }
    }
}

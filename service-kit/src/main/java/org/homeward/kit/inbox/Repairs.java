package org.homeward.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Lets aggregates flow again whose gap was filled: at once, and from time to time those that a
 * process left when it died. Beside the consumer, which goes on meanwhile.
 */
final class Repairs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Repairs.class);
    private static final int AT_ONCE = 100;

    private final Replay replay;
    private final Positions positions;
    private final ParkingPlace parkingPlace;
    private final MongoOperations mongo;
    private volatile double parked = Double.NaN;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("inbox-repairs").factory());

    Repairs(
            Replay replay,
            Positions positions,
            ParkingPlace parkingPlace,
            MongoOperations mongo,
            MeterRegistry meters) {
        this.replay = replay;
        this.positions = positions;
        this.parkingPlace = parkingPlace;
        this.mongo = mongo;
        meters.gauge("homeward.inbox.parked", this, repairs -> repairs.parked);
    }

    /** Looks for what others left, this often. */
    void every(Duration interval) {
        // a sweep never throws, so there is nothing to learn of the future
        var _ =
                thread.scheduleWithFixedDelay(
                        this::sweep, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    void soon(Set<String> sources) {
        sources.forEach(source -> thread.execute(() -> repair(source)));
    }

    private void sweep() {
        try {
            positions.repaired(mongo, AT_ONCE).forEach(this::repair);
            parked = parkingPlace.count(mongo);
        } catch (RuntimeException failure) {
            parked = Double.NaN; // nobody knows
            LOG.debug("nothing repaired: {}", Failures.reason(failure));
        }
    }

    private void repair(String source) {
        try {
            replay.of(source);
        } catch (RuntimeException failure) {
            // it stays repaired in the database, so the next sweep finds it
            LOG.warn("repair of {} put off: {}", source, Failures.reason(failure));
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}

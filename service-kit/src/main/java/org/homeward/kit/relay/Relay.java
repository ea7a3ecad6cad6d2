package org.homeward.kit.relay;

import com.mongodb.MongoException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.homeward.kit.observe.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the journal's events to their topics; one thread, which alone owns all state.
 *
 * <ul>
 *   <li>R1, at least once: an entry leaves the pending index only after the broker acknowledged its
 *       last event with all replicas in sync. Whatever fails before, it is still there and is read
 *       again.
 *   <li>R3, order: an event is sent only when the one before it is acknowledged: to this relay
 *       (then its {@link Lane} goes on, or a new one begins behind what {@link Marks} has yet to
 *       mark) or to whoever marked it (then the lane begins behind it, for what a {@link Backlog}
 *       reading finds has no gaps). So on the topic the first n+1 stands behind the first n,
 *       whoever sends and however often; everything else repeats an older or equal sequence. What a
 *       producer has given up on may still arrive, but it is fenced by the producer's epoch before
 *       the same event is sent again. No lease is needed for this.
 *   <li>R4: shards are sent and marked only while their lease is held: {@link Leases}, {@link
 *       Marks}.
 *   <li>R5: {@link Departures}, {@link HeldAside}.
 *   <li>R6: the next reading comes when few lanes are left, not when all are done: {@link Lanes},
 *       {@link Backlog}.
 *   <li>R8: only shards with a {@link Proof} are read and sent: {@link Audit}.
 *   <li>R7: {@link #wake} is called by this instance's commits, by the {@link Watch} on those of
 *       others and by new leases. Without any of them the journal is read every second.
 * </ul>
 *
 * <p>Memory is bounded: nothing is read while {@value #MAX_BYTES} bytes are under way.
 */
final class Relay implements Runnable {

    static final int FEW_LANES = 200;
    static final long MAX_BYTES = 16 << 20;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Between two readings, so that commits that come close together cost one. */
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(5);

    private static final long GLANCE = TimeUnit.MINUTES.toNanos(1);
    private static final long LAST_ACKS = TimeUnit.SECONDS.toNanos(5);
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Leases leases;
    private final Backlog backlog;
    private final HeldAside aside;
    private final Audit audit;
    private final Outlet outlet;
    private final RelayMetrics metrics;
    private final Alarms alarms;
    private final LongSupplier nanos;

    private final Mailbox signals = new Mailbox();
    private volatile boolean running = true;

    private final Lanes lanes = new Lanes();
    private final Marks marks;
    private final Departures departures;
    private Map<Shard, Long> lastOpen = Map.of();
    private boolean prepared;
    private boolean away;
    private boolean unread = true;
    private boolean full;
    private long lastRead;
    private long databaseAgain;
    private long glanceAgain;

    Relay(
            Leases leases,
            Backlog backlog,
            HeldAside aside,
            Audit audit,
            Outlet outlet,
            RelayMetrics metrics,
            Alarms alarms,
            LongSupplier nanos) {
        this.leases = leases;
        this.backlog = backlog;
        this.aside = aside;
        this.audit = audit;
        this.outlet = outlet;
        this.metrics = metrics;
        this.alarms = alarms;
        this.nanos = nanos;
        this.marks = new Marks(leases, backlog, aside, lanes, metrics, alarms, nanos);
        this.departures = new Departures(lanes, outlet, marks, signals::add, nanos);
        this.lastRead = nanos.getAsLong();
        this.databaseAgain = lastRead;
        this.glanceAgain = lastRead + GLANCE;
    }

    /** Something may have become pending. Returns at once. */
    void wake() {
        signals.wake();
    }

    /** Asks the thread to await what is on its way, to mark it, to release its leases, to end. */
    void stop() {
        running = false;
        wake();
    }

    @Override
    public void run() {
        try {
            while (running && !Thread.currentThread().isInterrupted()) {
                turn();
            }
            finish();
        } finally {
            release();
            outlet.close();
            audit.close();
        }
    }

    /** Whatever goes wrong, this thread goes on: without it nothing is published any more. */
    private void turn() {
        try {
            signals.listen(patience(), this::take);
            step();
        } catch (RuntimeException | Error failure) {
            if (!Thread.currentThread().isInterrupted()) {
                beginAnew(failure);
            }
        }
    }

    /** What is known in memory may be wrong: it is forgotten, and read again after a pause. */
    private void beginAnew(Throwable failure) {
        alarms.raise("relay-failure", "The relay broke off and begins anew", failure);
        lanes.dropAll(_ -> true);
        audit.doubtAll();
        unread = true;
        databaseAgain = nanos.getAsLong() + SECOND;
        outlet.giveUp();
        LockSupport.parkNanos(SECOND);
    }

    private void step() {
        try {
            giveUpBrokenConnection();
            dropWhatIsNotOpen();
            departures.send();
            if (databaseAgain - nanos.getAsLong() > 0) {
                return;
            }
            boolean reading = readDue() <= 0;
            if (marks.patience() == 0 || (reading && marks.areSome())) {
                marks.write();
            }
            if (reading) {
                audit();
                read();
                departures.send();
            }
            giveUpDrained();
        } catch (RuntimeException failure) {
            unread = true;
            databaseAgain = nanos.getAsLong() + SECOND;
            complain(failure);
        }
    }

    /** What arrived by it counts; for the rest see {@link #dropWhatIsNotOpen}. */
    private void giveUpBrokenConnection() {
        if (outlet.isBroken()) {
            outlet.retire();
            unread = true;
            signals.listen(0, this::take);
        }
    }

    /** Open are the shards that are held and proven for the connection there is. */
    private void dropWhatIsNotOpen() {
        var open = audit.proven(leases.held(), outlet.connection());
        if (!open.equals(lastOpen)) {
            lanes.dropAll(lane -> !Long.valueOf(lane.epoch()).equals(open.get(lane.shard())));
            lastOpen = open;
        }
    }

    /** Looks after shards that are not proven, and each minute after all. */
    private void audit() {
        boolean glance = glanceAgain - nanos.getAsLong() <= 0;
        if (glance) {
            glanceAgain = nanos.getAsLong() + GLANCE;
        }
        var due = new TreeMap<>(leases.held());
        due.keySet().removeAll(leases.leaving());
        due.keySet().removeAll(departures.resting());
        if (!glance) {
            due.keySet().removeIf(shard -> lastOpen.containsKey(shard) && !audit.isUnderWay(shard));
        }
        if (due.isEmpty()) {
            return;
        }
        marks.write(); // an audit sees what is marked only
        try {
            long connection = outlet.connect(due.firstKey().topic());
            departures.rest(audit.proceed(due, connection));
            away = false;
        } catch (KafkaException failure) {
            departures.rest(due.keySet());
            if (!away) {
                LOG.warn("Kafka can't be looked at: {}", failure.getClass().getName());
            }
            away = true;
        }
        dropWhatIsNotOpen();
    }

    private void read() {
        lastRead = nanos.getAsLong();
        full = false;
        unread = audit.isUnderWay();
        if (!prepared) {
            aside.prepare();
            prepared = true;
        }
        var shards = new TreeSet<>(lastOpen.keySet());
        shards.removeAll(leases.leaving());
        shards.removeAll(departures.resting());
        if (!shards.isEmpty()) {
            var found = backlog.read(shards, lanes.aggregates());
            full = found.full();
            unread |= full;
            found.aside().forEach(aside::add);
            var fresh = found.entries().stream().filter(e -> !marks.has(e, epoch(e.shard())));
            lanes.admit(fresh.toList(), this::epoch);
        }
    }

    private long epoch(Shard shard) {
        return lastOpen.getOrDefault(shard, 0L);
    }

    /** When to read next, in nanoseconds from now; a second when there is no room. */
    private long readDue() {
        if (!hasRoom()) {
            return SECOND;
        }
        long pause = hasMore() ? (full ? 0 : BREATH) : SECOND;
        return lastRead + pause - nanos.getAsLong();
    }

    private boolean hasRoom() {
        return lanes.size() <= FEW_LANES && lanes.bytes() < MAX_BYTES;
    }

    private boolean hasMore() {
        unread |= lanes.endedWithMore();
        return unread;
    }

    private void giveUpDrained() {
        for (Shard shard : leases.leaving()) {
            if (marks.isEmpty() && !lanes.has(shard)) {
                leases.release(shard);
            }
        }
    }

    /** How long there is nothing to do but to listen. */
    private long patience() {
        if (lanes.hasReady()) {
            return departures.rest();
        }
        long database = Math.max(0, databaseAgain - nanos.getAsLong());
        long mark = marks.isEmpty() ? SECOND : marks.patience();
        return Math.max(database, Math.min(readDue(), mark));
    }

    private void take(Signal signal) {
        switch (signal) {
            case Signal.Wake() -> unread = true;
            case Signal.Ack(Lane lane, long offset) -> {
                metrics.sent();
                if (!lane.isAbandoned() && !goesOn(lane, offset)) {
                    audit.doubt(lane.shard());
                    lanes.dropAll(other -> other.shard().equals(lane.shard()));
                    unread = true;
                }
                var complete = lanes.arrived(lane);
                if (complete != null) {
                    marks.settle(complete, lane.epoch(), offset);
                }
            }
            case Signal.Failure failure -> {
                departures.failed(failure);
                if (!Outlet.isForGood(failure.why())) {
                    audit.doubt(failure.lane().shard());
                }
            }
        }
    }

    private boolean goesOn(Lane lane, long offset) {
        var proof = audit.proof(lane.shard(), lane.epoch());
        return proof != null && proof.goesOnAt(offset);
    }

    private void finish() {
        long end = nanos.getAsLong() + LAST_ACKS;
        while (lanes.flying() > 0
                && end - nanos.getAsLong() > 0
                && !Thread.currentThread().isInterrupted()) {
            signals.listen(Math.max(0, end - nanos.getAsLong()), this::take);
        }
        try {
            marks.write();
        } catch (RuntimeException failure) {
            complain(failure);
        }
    }

    private void release() {
        try {
            leases.close();
        } catch (RuntimeException failure) {
            complain(failure);
        }
    }

    private void complain(RuntimeException failure) {
        if (failure instanceof MongoException) {
            LOG.warn("The journal can't be read or marked: {}", failure.getClass().getName());
        } else {
            alarms.raise("relay-failure", "The relay failed and tries again", failure);
        }
    }
}

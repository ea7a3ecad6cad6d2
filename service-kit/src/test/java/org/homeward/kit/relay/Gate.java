package org.homeward.kit.relay;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What stands between a relay and the world: it can be frozen, as by SIGSTOP, and it can die, as by
 * kill -9. Every command to MongoDB, every send and every acknowledgement passes here.
 */
final class Gate implements CommandListener {

    /** How a process ends that is killed: nothing of ours catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final AtomicInteger acksToLive = new AtomicInteger(Integer.MAX_VALUE);
    private boolean breaksAtSend;
    private boolean freezesAtSend;
    private boolean holdsAcks;
    private final List<Runnable> heldAcks = new ArrayList<>();
    private boolean frozen;
    private boolean dead;

    synchronized void freeze() {
        frozen = true;
    }

    /** The next event that is to be sent finds it asleep. */
    synchronized void freezeAtNextSend() {
        freezesAtSend = true;
    }

    /** What was sent arrives, and the relay does not hear of it. */
    synchronized void holdAcks() {
        holdsAcks = true;
    }

    synchronized void releaseAcks() {
        holdsAcks = false;
        heldAcks.forEach(Runnable::run);
        heldAcks.clear();
    }

    private synchronized boolean isHeld(Runnable ack) {
        return holdsAcks && heldAcks.add(ack);
    }

    /** The next event that is to be sent meets an error of the machine. */
    synchronized void breakAtNextSend() {
        breaksAtSend = true;
    }

    synchronized boolean isFrozen() {
        return frozen;
    }

    synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    synchronized void kill() {
        dead = true;
        notifyAll();
    }

    /** For tidying up behind it, when its threads are gone. */
    synchronized void open() {
        dead = false;
        thaw();
    }

    /** It dies when so many more acknowledgements have come, before it can mark the last. */
    void killAfterAcks(int acks) {
        acksToLive.set(acks);
    }

    synchronized boolean isDead() {
        return dead;
    }

    synchronized void pass() {
        while (frozen && !dead) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
        if (dead) {
            throw new Killed();
        }
    }

    private synchronized void beforeSend() {
        if (breaksAtSend) {
            breaksAtSend = false;
            throw new NoClassDefFoundError("missing");
        }
        if (freezesAtSend) {
            freezesAtSend = false;
            frozen = true;
        }
        pass();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        pass();
    }

    Producer<byte[], byte[]> before(Producer<byte[], byte[]> producer) {
        return new Gated(producer, this);
    }

    private void acknowledge(Runnable callback) {
        if (acksToLive.getAndDecrement() <= 0) {
            kill();
        }
        if (isHeld(callback)) {
            return;
        }
        try {
            pass();
        } catch (Killed end) {
            return;
        }
        callback.run();
    }

    /** A producer behind the gate. */
    private static final class Gated extends ForwardingProducer {

        private final Gate gate;

        Gated(Producer<byte[], byte[]> real, Gate gate) {
            super(real);
            this.gate = gate;
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message, Callback then) {
            gate.beforeSend();
            return super.send(
                    message,
                    (placed, failure) ->
                            gate.acknowledge(() -> then.onCompletion(placed, failure)));
        }
    }
}

package org.homeward.kit.relay;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.homeward.kit.journal.CommitListener;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.relay.TopicProvisioning.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts and ends the relay's threads. The leases are renewed on a thread of their own, so that a
 * broker that is away, or a long reading, costs nobody its lease.
 *
 * <p>It starts before the service takes requests and messages, and ends after them: what they
 * commit last is still published if it can be. Ending is bounded.
 */
final class RelayLifecycle implements SmartLifecycle, CommitListener {

    private static final Logger LOG = LoggerFactory.getLogger(RelayLifecycle.class);
    private static final Duration FOR_TOPICS = Duration.ofSeconds(3);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(15);
    private static final Duration END = Duration.ofSeconds(8);
    private static final Duration WATERMARK = Duration.ofSeconds(2);
    private static final Duration GAUGES = Duration.ofSeconds(5);

    private final Parts parts;
    private final ScheduledExecutorService leasing = scheduler("relay-leases");
    private final ScheduledExecutorService upkeep = scheduler("relay-upkeep");
    private @Nullable Thread relaying;
    private volatile boolean running;
    private volatile boolean refused;

    /**
     * What runs.
     *
     * @param shards of the service; without any nothing is started
     */
    record Parts(
            Set<Shard> shards,
            TopicProvisioning topics,
            Leases leases,
            Relay relay,
            Watch watch,
            Backlog backlog,
            HeldAside aside,
            RelayMetrics metrics,
            Watermark watermark,
            Alarms alarms,
            Clock clock) {}

    RelayLifecycle(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void start() {
        running = true;
        provideTopics();
        every(leasing, Leases.BEAT, "relay-leases", this::beat);
        relaying = Thread.ofPlatform().daemon().name("relay").start(parts.relay());
        Thread.ofPlatform().daemon().name("relay-watch").start(parts.watch());
        every(upkeep, GAUGES, "relay-gauges", this::refresh);
        every(upkeep, WATERMARK, "relay-watermark", this::mark);
    }

    private @Nullable Void beat() {
        if (parts.leases().tick()) {
            parts.relay().wake();
        }
        return null;
    }

    private @Nullable Void refresh() {
        parts.metrics()
                .refresh(
                        parts.shards(),
                        parts.leases(),
                        parts.backlog(),
                        parts.aside(),
                        parts.clock());
        return null;
    }

    private @Nullable Void mark() throws Exception {
        parts.watermark().write();
        return null;
    }

    /** Waits a little for the topics; a cluster that is away is no reason not to start. */
    private void provideTopics() {
        var provided = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("relay-topics").start(() -> insist(provided));
        try {
            if (!provided.await(FOR_TOPICS.toMillis(), TimeUnit.MILLISECONDS) && !refused) {
                LOG.warn("Kafka does not answer; topics are made when it does");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void insist(CountDownLatch provided) {
        long pause = 500;
        try {
            while (running) {
                var outcome = parts.topics().provide();
                if (outcome == Outcome.PROVIDED) {
                    return;
                }
                // told by an alarm
                refused = outcome == Outcome.REFUSED;
                TimeUnit.MILLISECONDS.sleep(pause);
                pause = Math.min(LONGEST_BACK_OFF.toMillis(), pause * 2);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            provided.countDown();
        }
    }

    private void every(
            ScheduledExecutorService scheduler,
            Duration pause,
            String name,
            Callable<@Nullable Void> work) {
        var _ =
                scheduler.scheduleWithFixedDelay(
                        new Repeated(name, parts.alarms(), work),
                        0,
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        parts.watch().stop();
        upkeep.shutdownNow();
        parts.relay().stop();
        var thread = relaying;
        try {
            if (thread != null && !thread.join(END)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        leasing.shutdownNow();
        parts.watermark().close();
    }

    /** R7: this instance's own commits wake it in process. */
    @Override
    public void committed(Set<String> shards) {
        var held = parts.leases().held().keySet();
        if (shards.stream().map(Shard::parse).anyMatch(held::contains)) {
            parts.relay().wake();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return !parts.shards().isEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the consumers, which have later phases; so it stops after them. */
    @Override
    public int getPhase() {
        return 0;
    }

    private static ScheduledExecutorService scheduler(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }
}

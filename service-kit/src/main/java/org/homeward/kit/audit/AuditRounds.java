package org.homeward.kit.audit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.relay.Repeated;
import org.springframework.context.SmartLifecycle;

/**
 * Seals and tells every two seconds, on a thread of its own. Each is tried again when it fails, and
 * neither holds up the other: without Kafka entries are sealed and their heads told later.
 */
final class AuditRounds implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Repeated sealing;
    private final Repeated telling;
    private final Heads heads;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("audit").factory());
    private volatile boolean running;

    AuditRounds(Sealer sealer, Heads heads, Alarms alarms) {
        this.sealing = new Repeated("audit-seals", alarms, Executors.callable(sealer::seal));
        this.telling = new Repeated("audit-heads", alarms, Executors.callable(heads::tell));
        this.heads = heads;
    }

    @Override
    public void start() {
        running = true;
        var _ =
                rounds.scheduleWithFixedDelay(
                        this::round, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        sealing.run();
        telling.run();
    }

    @Override
    public void stop() {
        running = false;
        rounds.shutdownNow();
        heads.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** As the relay: from before the first request until after the last. */
    @Override
    public int getPhase() {
        return 0;
    }
}

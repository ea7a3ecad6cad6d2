package org.homeward.kit.audit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.relay.Repeated;
import org.springframework.context.SmartLifecycle;

/**
 * Seals and tells every two seconds, on threads of their own, and looks every half minute how long
 * something waits for it. Each is tried again when it fails, and nothing holds up another: without
 * Kafka entries are sealed and their heads told later, and one chain goes on when the other can't.
 */
final class AuditRounds implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final List<Repeated> sealing;
    private final List<Repeated> telling;
    private final List<Repeated> looking;
    private final Heads heads;
    private final ScheduledExecutorService rounds =
            Executors.newScheduledThreadPool(
                    3, Thread.ofPlatform().daemon().name("audit-", 0).factory());
    private volatile boolean running;

    AuditRounds(Sealer sealer, Heads heads, List<Waiting> waiting, Alarms alarms) {
        this.sealing =
                AuditLog.ALL.stream()
                        .map(log -> repeated("audit-seals", alarms, () -> sealer.seal(log)))
                        .toList();
        this.telling =
                AuditLog.ALL.stream()
                        .map(log -> repeated("audit-heads", alarms, () -> heads.tell(log)))
                        .toList();
        this.looking =
                waiting.stream().map(log -> repeated("audit-gauges", alarms, log::look)).toList();
        this.heads = heads;
    }

    private static Repeated repeated(String name, Alarms alarms, Runnable work) {
        return new Repeated(name, alarms, Executors.callable(work));
    }

    @Override
    public void start() {
        running = true;
        every(PAUSE, sealing);
        every(PAUSE, telling);
        every(LOOK, looking);
    }

    private void every(Duration pause, List<Repeated> work) {
        var _ =
                rounds.scheduleWithFixedDelay(
                        () -> work.forEach(Repeated::run),
                        pause.toMillis(),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
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

package org.homeward.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.homeward.kit.observe.Alarms;
import org.homeward.notification.webhook.Poster;
import org.homeward.notification.webhook.Webhooks;
import org.homeward.notification.webhook.Webhooks.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for posts that are due and has them sent, for each webhook on a thread of its own and one
 * after the other: one that is slow or dead holds up nobody else. Any number of instances may do
 * so. At the end it finishes what it began.
 */
@Component
class Courier implements SmartLifecycle {

    private static final int BATCH = 100;

    private final Webhooks webhooks;
    private final Poster poster;
    private final Due due;
    private final Deliver deliver;
    private final PostAgain again;
    private final Alarms alarms;
    private final DeliverySettings settings;
    private @Nullable Work work;

    Courier(
            Webhooks webhooks,
            Poster poster,
            Due due,
            Deliver deliver,
            PostAgain again,
            Alarms alarms,
            DeliverySettings settings) {
        this.webhooks = webhooks;
        this.poster = poster;
        this.due = due;
        this.deliver = deliver;
        this.again = again;
        this.alarms = alarms;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (work == null) {
            work = new Work();
            work.begin();
        }
    }

    @Override
    public synchronized void stop() {
        if (work != null) {
            work.end();
            work = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return work != null;
    }

    /** From a start to a stop. */
    private final class Work {

        private final Set<UUID> served = ConcurrentHashMap.newKeySet();
        private final ExecutorService lanes =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("courier-", 1).factory());
        private final Rounds rounds = new Rounds("courier", settings.every(), this::round, alarms);

        void begin() {
            rounds.begin();
        }

        private Duration round(Rounds going) {
            for (Open webhook : webhooks.open()) {
                if (served.add(webhook.id())) {
                    lanes.execute(() -> serve(webhook, going));
                }
            }
            return settings.every();
        }

        private void serve(Open webhook, Rounds going) {
            try {
                if (webhook.replays()) {
                    again.some(webhook.id());
                }
                int room = poster.room(webhook.id(), BATCH);
                if (room > 0) {
                    post(webhook.id(), due.posts(webhook.id(), room), going);
                }
            } catch (RuntimeException trouble) {
                alarms.raise("delivery", "Messages could not be dealt with", trouble);
                going.rest(Rounds.AFTER_TROUBLE);
            } finally {
                served.remove(webhook.id());
            }
        }

        /** Leaves the rest when the end has come meanwhile, or the webhook takes nothing more. */
        private void post(UUID webhook, List<UUID> found, Rounds going) {
            for (UUID id : found) {
                if (going.isOver() || poster.room(webhook, 1) == 0) {
                    return;
                }
                deliver.deliver(id);
            }
        }

        void end() {
            rounds.end();
            lanes.shutdown();
            try {
                if (!lanes.awaitTermination(Rounds.LAST.toMillis(), TimeUnit.MILLISECONDS)) {
                    lanes.shutdownNow();
                }
            } catch (InterruptedException hurried) {
                lanes.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}

package org.homeward.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.homeward.kit.observe.Alarms;
import org.homeward.notification.webhook.Poster;
import org.homeward.notification.webhook.Webhooks;
import org.homeward.notification.webhook.Webhooks.Open;
import org.springframework.stereotype.Component;

/**
 * Looks for posts that are due and has them sent, for each webhook on a thread of its own and one
 * after the other: one that is slow or dead holds up nobody else.
 */
@Component
class Courier extends Rounds {

    private static final int BATCH = 100;

    private final Webhooks webhooks;
    private final Poster poster;
    private final Due due;
    private final Deliver deliver;
    private final PostAgain again;
    private final Alarms alarms;
    private final DeliverySettings settings;
    private final Served served = new Served();

    Courier(
            Webhooks webhooks,
            Poster poster,
            Due due,
            Deliver deliver,
            PostAgain again,
            Alarms alarms,
            DeliverySettings settings) {
        super("courier", settings.every(), alarms);
        this.webhooks = webhooks;
        this.poster = poster;
        this.due = due;
        this.deliver = deliver;
        this.again = again;
        this.alarms = alarms;
        this.settings = settings;
    }

    @Override
    ExecutorService hands() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("courier-", 1).factory());
    }

    @Override
    Duration round(Work work) {
        for (Open webhook : webhooks.open()) {
            served.serve(webhook.id(), work.hands(), () -> serve(webhook, work));
        }
        return settings.every();
    }

    private void serve(Open webhook, Work work) {
        try {
            if (webhook.replays()) {
                again.some(webhook.id());
            }
            int room = poster.room(webhook.id(), BATCH);
            if (room > 0) {
                post(webhook.id(), due.posts(webhook.id(), room), work);
            }
        } catch (RuntimeException trouble) {
            alarms.raise("delivery", "Messages could not be dealt with", trouble);
            work.rest(AFTER_TROUBLE);
        }
    }

    /** Leaves the rest when the end has come meanwhile, or the webhook takes nothing more. */
    private void post(UUID webhook, List<UUID> found, Work work) {
        for (UUID id : found) {
            if (work.isOver() || poster.room(webhook, 1) == 0) {
                return;
            }
            deliver.deliver(id);
        }
    }

    /** Whom somebody serves: meanwhile nobody else begins to. */
    static final class Served {

        private final Set<UUID> webhooks = ConcurrentHashMap.newKeySet();

        void serve(UUID webhook, Executor hands, Runnable work) {
            if (webhooks.add(webhook)) {
                try {
                    hands.execute(() -> toItsEnd(webhook, work));
                } catch (RejectedExecutionException stopped) {
                    // it ends; who starts again serves it
                    webhooks.remove(webhook);
                }
            }
        }

        private void toItsEnd(UUID webhook, Runnable work) {
            try {
                work.run();
            } finally {
                webhooks.remove(webhook);
            }
        }
    }
}

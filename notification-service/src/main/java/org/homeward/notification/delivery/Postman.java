package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.homeward.kit.observe.Alarms;
import org.homeward.notification.mail.Mailer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks for what is due and has it sent, on threads of its own: a mail server that hangs holds up
 * nothing else. Any number of instances may do so. At the end it finishes what it began.
 */
@Component
class Postman implements SmartLifecycle {

    private static final int BATCH = 100;
    private static final Duration LAST_MAIL = Duration.ofSeconds(15);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final MongoTemplate template;
    private final Deliver deliver;
    private final Mailer mailer;
    private final Clock clock;
    private final Alarms alarms;
    private final DeliverySettings settings;
    private @Nullable Work work;

    Postman(
            MongoTemplate template,
            Deliver deliver,
            Mailer mailer,
            Clock clock,
            Alarms alarms,
            DeliverySettings settings) {
        this.template = template;
        this.deliver = deliver;
        this.mailer = mailer;
        this.clock = clock;
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

    /**
     * @return after which time to look again
     */
    private Duration round(ExecutorService senders, CountDownLatch ended)
            throws InterruptedException {
        int room = mailer.room(BATCH);
        if (room == 0) {
            return settings.every();
        }
        var due = due(room);
        var sent = senders.invokeAll(due.stream().map(id -> sending(id, ended)).toList());
        for (var one : sent) {
            if (one.state() == Future.State.FAILED) {
                alarms.raise("delivery", "Messages could not be dealt with", one.exceptionNow());
                return AFTER_TROUBLE;
            }
        }
        return due.size() == BATCH ? Duration.ZERO : settings.every();
    }

    /** Leaves it when the end has come meanwhile, or the mail server has gone. */
    private Callable<Boolean> sending(UUID id, CountDownLatch ended) {
        return () -> {
            if (ended.getCount() > 0 && mailer.room(1) > 0) {
                deliver.deliver(id);
            }
            return true;
        };
    }

    /** In no order within a batch, so that instances seldom reach for the same. */
    private List<UUID> due(int most) {
        var due = new Document("state.due", new Document("$lte", Date.from(clock.instant())));
        var ids =
                template.getDb()
                        .getCollection(DELIVERY.collection())
                        .find(due)
                        .sort(new Document("state.due", 1))
                        .projection(new Document("_id", 1))
                        .limit(most)
                        .map(found -> found.get("_id", UUID.class))
                        .into(new ArrayList<>());
        Collections.shuffle(ids);
        return ids;
    }

    /** From a start to a stop. */
    private final class Work {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final ExecutorService senders =
                Executors.newFixedThreadPool(
                        settings.senders(), Thread.ofPlatform().name("sender-", 1).factory());
        private final Thread rounds = Thread.ofPlatform().name("postman").unstarted(this::rounds);

        void begin() {
            rounds.start();
        }

        private void rounds() {
            try {
                var pause = settings.every();
                while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    pause = safeRound();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        /** A database that is away must neither end the work nor fill the log. */
        private Duration safeRound() throws InterruptedException {
            try {
                return round(senders, ended);
            } catch (RuntimeException trouble) {
                alarms.raise("delivery", "What is due could not be looked up", trouble);
                return AFTER_TROUBLE;
            }
        }

        void end() {
            ended.countDown();
            try {
                if (!rounds.join(LAST_MAIL)) {
                    rounds.interrupt();
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            senders.shutdownNow();
        }
    }
}

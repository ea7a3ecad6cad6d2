package org.homeward.notification.delivery;

import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.kit.observe.Alarms;
import org.homeward.notification.mail.Mailer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for mails that are due and has them sent, on threads of its own: a mail server that hangs
 * holds up nothing else. Any number of instances may do so. At the end it finishes what it began.
 */
@Component
class Postman implements SmartLifecycle {

    private static final int BATCH = 100;

    private final Due due;
    private final CloseDigest digests;
    private final Deliver deliver;
    private final Mailer mailer;
    private final Alarms alarms;
    private final DeliverySettings settings;
    private @Nullable Work work;

    Postman(
            Due due,
            CloseDigest digests,
            Deliver deliver,
            Mailer mailer,
            Alarms alarms,
            DeliverySettings settings) {
        this.due = due;
        this.digests = digests;
        this.deliver = deliver;
        this.mailer = mailer;
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

        private final ExecutorService senders =
                Executors.newFixedThreadPool(
                        settings.senders(), Thread.ofPlatform().name("sender-", 1).factory());
        private final Rounds rounds = new Rounds("postman", settings.every(), this::round, alarms);

        void begin() {
            rounds.begin();
        }

        private Duration round(Rounds going) throws InterruptedException {
            int room = mailer.room(BATCH);
            if (room == 0) {
                return settings.every();
            }
            var found = due.mails(room);
            // in no order within a batch, so that instances seldom reach for the same
            Collections.shuffle(found);
            var sent = senders.invokeAll(found.stream().map(id -> sending(id, going)).toList());
            for (var one : sent) {
                if (one.state() == Future.State.FAILED) {
                    alarms.raise(
                            "delivery", "Messages could not be dealt with", one.exceptionNow());
                    return Rounds.AFTER_TROUBLE;
                }
            }
            due.digests(BATCH).forEach(digests::close);
            return found.size() == BATCH ? Duration.ZERO : settings.every();
        }

        /** Leaves it when the end has come meanwhile, or the mail server has gone. */
        private Callable<Boolean> sending(UUID id, Rounds going) {
            return () -> {
                if (!going.isOver() && mailer.room(1) > 0) {
                    deliver.deliver(id);
                }
                return true;
            };
        }

        void end() {
            rounds.end();
            senders.shutdownNow();
        }
    }
}

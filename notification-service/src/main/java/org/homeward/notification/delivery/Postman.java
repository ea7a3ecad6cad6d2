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
import org.springframework.stereotype.Component;

/**
 * Looks for mails that are due and has them sent, on threads of its own: a mail server that hangs
 * holds up nothing else.
 */
@Component
class Postman extends Rounds {

    private static final int BATCH = 100;

    private final Due due;
    private final CloseDigest digests;
    private final Deliver deliver;
    private final Mailer mailer;
    private final Alarms alarms;
    private final DeliverySettings settings;

    Postman(
            Due due,
            CloseDigest digests,
            Deliver deliver,
            Mailer mailer,
            Alarms alarms,
            DeliverySettings settings) {
        super("postman", settings.every(), alarms);
        this.due = due;
        this.digests = digests;
        this.deliver = deliver;
        this.mailer = mailer;
        this.alarms = alarms;
        this.settings = settings;
    }

    @Override
    ExecutorService hands() {
        return Executors.newFixedThreadPool(
                settings.senders(), Thread.ofPlatform().name("sender-", 1).factory());
    }

    @Override
    Duration round(Work work) throws InterruptedException {
        int room = mailer.room(BATCH);
        if (room == 0) {
            return settings.every();
        }
        var found = due.mails(room);
        // in no order within a batch, so that instances seldom reach for the same
        Collections.shuffle(found);
        var sent = work.hands().invokeAll(found.stream().map(id -> sending(id, work)).toList());
        for (var one : sent) {
            if (one.state() == Future.State.FAILED) {
                alarms.raise("delivery", "Messages could not be dealt with", one.exceptionNow());
                return AFTER_TROUBLE;
            }
        }
        due.digests(BATCH).forEach(digests::close);
        return found.size() == BATCH ? Duration.ZERO : settings.every();
    }

    /** Leaves it when the end has come meanwhile, or the mail server has gone. */
    private Callable<Boolean> sending(UUID id, Work work) {
        return () -> {
            if (!work.isOver() && mailer.room(1) > 0) {
                deliver.deliver(id);
            }
            return true;
        };
    }
}

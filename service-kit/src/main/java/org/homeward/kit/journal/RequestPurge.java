package org.homeward.kit.journal;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets requests after the thirty days that are promised; the entry itself stays. */
final class RequestPurge {

    private final Requests requests;
    private final Clock clock;

    RequestPurge(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void purge() {
        requests.forget(clock.instant());
    }
}

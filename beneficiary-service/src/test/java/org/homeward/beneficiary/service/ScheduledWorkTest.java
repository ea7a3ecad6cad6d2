package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.TaskScheduler;

class ScheduledWorkTest {

    @Test
    void work_that_takes_long_keeps_no_other_back() throws InterruptedException {
        var scheduler = RunningService.bean(TaskScheduler.class);
        var over = new CountDownLatch(1);
        var another = new CountDownLatch(1);

        var _ = scheduler.schedule(() -> waitFor(over), Instant.now());
        var _ = scheduler.schedule(another::countDown, Instant.now());

        try {
            assertThat(another.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            over.countDown();
        }
    }

    private static void waitFor(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

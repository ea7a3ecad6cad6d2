package org.homeward.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.notification.delivery.Courier.Served;
import org.junit.jupiter.api.Test;

class ServedTest {

    private final UUID webhook = UUID.randomUUID();
    private final Served served = new Served();
    private final AtomicInteger times = new AtomicInteger();
    private final Queue<Runnable> begun = new ArrayDeque<>();

    @Test
    void one_is_served_once_at_a_time_and_again_when_that_has_ended() {
        serve(begun::add);
        serve(begun::add);
        assertThat(begun).hasSize(1);

        begun.remove().run();
        serve(begun::add);

        assertThat(begun).hasSize(1);
        assertThat(times).hasValue(1);
    }

    @Test
    void another_is_served_meanwhile() {
        serve(begun::add);
        served.serve(UUID.randomUUID(), begun::add, times::incrementAndGet);

        assertThat(begun).hasSize(2);
    }

    @Test
    void what_a_stop_refused_is_served_after_the_next_start() {
        serve(
                _ -> {
                    throw new RejectedExecutionException();
                });

        serve(Runnable::run);

        assertThat(times).hasValue(1);
    }

    private void serve(Executor hands) {
        served.serve(webhook, hands, times::incrementAndGet);
    }
}

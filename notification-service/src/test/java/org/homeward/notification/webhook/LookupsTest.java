package org.homeward.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LookupsTest {

    private static final InetAddress FOUND = InetAddress.ofLiteral("8.8.8.8");

    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void ends() {
        over.countDown();
    }

    @Test
    void what_is_found_in_time_is_told() throws UnknownHostException {
        var lookups = new Lookups(_ -> new InetAddress[] {FOUND}, Duration.ofSeconds(10));

        assertThat(lookups.resolve("hooks.example")).containsExactly(FOUND);
    }

    @Test
    void what_hangs_is_given_up_however_many_hang_already() {
        var lookups = new Lookups(this::hang, Duration.ofMillis(10));

        for (int i = 0; i <= Lookups.MOST; i++) {
            assertThatExceptionOfType(UnknownHostException.class)
                    .isThrownBy(() -> lookups.resolve("hooks.example"))
                    .withMessage("is not found in time");
        }
    }

    @Test
    void why_a_name_is_unknown_is_not_told_for_it_would_name_it() {
        var lookups =
                new Lookups(
                        host -> {
                            throw new UnknownHostException(host + ": no such name");
                        },
                        Duration.ofSeconds(10));

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> lookups.resolve("hooks.example"))
                .withMessage("is not found");
    }

    private InetAddress[] hang(String host) {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new InetAddress[] {FOUND};
    }
}

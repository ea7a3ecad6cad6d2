package org.homeward.local.identity;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.homeward.local.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SignInTest {

    @Test
    @Timeout(20)
    void a_server_that_takes_the_call_and_says_nothing_is_not_waited_for_for_ever()
            throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            var signIn =
                    new SignIn("http://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(300));

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> signIn.person("case-worker", "any"))
                    .withMessageContaining("does not answer");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> signIn.machine("story-service", "any"))
                    .withMessageContaining("does not answer");
        }
    }
}

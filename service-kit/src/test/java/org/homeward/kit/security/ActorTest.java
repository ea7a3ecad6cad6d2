package org.homeward.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {

    @Test
    void in_a_log_an_actor_has_no_address() {
        var actor =
                new Actor(
                        "issuer",
                        "worker",
                        "hope",
                        Set.of("officer"),
                        Set.of("*"),
                        Set.of(),
                        "gulnora@example.org");

        assertThat(actor.toString()).contains("worker", "officer").doesNotContain("gulnora");
    }
}

package org.homeward.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {

    @Test
    void in_a_log_an_actor_has_no_address() {
        assertThat(actor("worker").toString())
                .contains("worker", "officer")
                .doesNotContain("gulnora");
    }

    @Test
    void in_events_an_actor_is_a_random_id_by_which_the_account_is_not_read() {
        assertThat(actor("worker").pseudonym().version()).isEqualTo(4);
        assertThat(actor("worker").pseudonym()).isEqualTo(actor("worker").pseudonym());
        assertThat(actor("worker").pseudonym()).isNotEqualTo(actor("other").pseudonym());
    }

    private static Actor actor(String subject) {
        return new Actor(
                "issuer",
                subject,
                "hope",
                Set.of("officer"),
                Set.of("*"),
                Set.of(),
                "gulnora@example.org");
    }
}

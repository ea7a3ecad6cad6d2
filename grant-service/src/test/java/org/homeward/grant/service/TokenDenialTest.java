package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.access.TokensDenied;
import org.homeward.kit.security.Actor;
import org.homeward.kit.test.NeighbourEvents;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;

/** What another service has decided about a stolen laptop holds here too. */
class TokenDenialTest {

    @Test
    void tokens_that_were_denied_elsewhere_are_refused_by_both_instances_within_seconds() {
        var subject = "laptop-" + UUID.randomUUID();
        var thief = Staff.of(subject, "mission", List.of("grant-officer"), "*");
        var other = Staff.of("other-" + subject, "mission", List.of("grant-officer"), "*");
        assertThat(thief.get(Cases.FUNDS).status()).isEqualTo(200);
        assertThat(thief.elsewhere().get(Cases.FUNDS).status()).isEqualTo(200);

        var denial = UUID.randomUUID();
        var account = Actor.pseudonym(TestTokens.shared().issuer(), subject);
        NeighbourEvents.tell("denial", denial, new TokensDenied(denial, account, Instant.now()));

        await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                thief.get(Cases.FUNDS).status() == 401
                                        && thief.elsewhere().get(Cases.FUNDS).status() == 401);
        assertThat(other.get(Cases.FUNDS).status()).isEqualTo(200);
    }
}

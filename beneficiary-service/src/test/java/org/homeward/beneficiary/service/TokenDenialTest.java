package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;

/** A laptop is stolen: what it holds opens nothing any more. */
class TokenDenialTest {

    private static final String DENIALS = "/api/v1/token-denials";

    private final String subject = "laptop-" + UUID.randomUUID();
    private final Staff thief = Staff.of(subject, "umed", List.of("case-worker"), "*");
    private final Staff administrator = Staff.in("administrator");

    @Test
    void tokens_issued_before_are_refused_within_seconds_and_those_of_a_later_sign_in_are_not() {
        assertThat(thief.read("/api/v1/beneficiaries").status()).isEqualTo(200);

        var denied = deny();

        assertThat(denied.status()).as(denied.toString()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> thief.read("/api/v1/beneficiaries").status() == 401);
        assertThat(Staff.worker().read("/api/v1/beneficiaries").status()).isEqualTo(200);
        assertThat(signedIn(2).read("/api/v1/beneficiaries").status()).isEqualTo(401);
        assertThat(signedIn(60).read("/api/v1/beneficiaries").status()).isEqualTo(200);
    }

    @Test
    void the_services_are_told_by_the_pseudonym_of_the_account() {
        var denied = deny();

        var seen = administrator.get(denied.location()).json();
        assertThat(seen.path("subject").asString()).isEqualTo(subject);
        assertThat(seen.path("reason").asString()).isEqualTo("DEVICE_LOST");
        assertThat(Database.told(denied.id()))
                .containsExactly(
                        Staff.JSON.valueToTree(
                                Map.of(
                                        "denial", denied.id().toString(),
                                        "account", Staff.pseudonym(subject).toString(),
                                        "issuedUntil", seen.path("issuedUntil").asString())));
        assertThat(administrator.get(DENIALS).body()).contains(denied.id().toString());
    }

    private Answer deny() {
        return administrator.post(DENIALS, Map.of("subject", subject, "reason", "DEVICE_LOST"));
    }

    /** By a clock that is ahead. */
    private Staff signedIn(int secondsAhead) {
        var token =
                TestTokens.shared()
                        .sign(
                                claims ->
                                        claims.subject(subject)
                                                .issueTime(
                                                        Date.from(
                                                                Instant.now()
                                                                        .plusSeconds(secondsAhead)))
                                                .claim("organisation", "umed")
                                                .claim("roles", List.of("case-worker"))
                                                .claim("districts", List.of("*")));
        return Staff.nobody().with("Authorization", "Bearer " + token);
    }
}

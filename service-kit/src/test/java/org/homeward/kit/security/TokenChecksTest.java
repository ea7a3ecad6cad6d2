package org.homeward.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.jwt.BadJwtException;

/**
 * What is remembered of a token, and that it opens nothing which the token does not open itself.
 */
class TokenChecksTest {

    private static final TestTokens TOKENS = TestTokens.shared();

    private final Hands clock = new Hands();
    private final Set<String> denied = new HashSet<>();
    private final TokenChecks checks =
            new TokenChecks(settings(), clock, token -> denied.contains(token.getSubject()));

    @Test
    void a_signature_is_remembered_for_a_minute() {
        String token = TOKENS.of("w", "hope", "worker");
        var first = checks.decode(token);

        clock.advance(Duration.ofSeconds(59));
        assertThat(checks.decode(token)).isSameAs(first);

        clock.advance(Duration.ofSeconds(2));
        assertThat(checks.decode(token)).isNotSameAs(first);
    }

    @Test
    void a_remembered_token_that_has_expired_is_refused() {
        String token = TOKENS.sign(c -> c.expirationTime(in(Duration.ofSeconds(10))));
        assertThat(checks.decode(token).getSubject()).isEqualTo("somebody");

        clock.advance(Duration.ofSeconds(39));
        assertThat(checks.decode(token).getSubject()).isEqualTo("somebody");

        clock.advance(Duration.ofSeconds(2));
        refused(token);
    }

    @Test
    void a_token_that_is_denied_is_refused_although_its_signature_is_remembered() {
        String stolen = TOKENS.of("laptop", "hope", "worker");
        String other = TOKENS.of("w", "hope", "worker");
        checks.decode(stolen);
        checks.decode(other);

        denied.add("laptop");

        refused(stolen);
        assertThat(checks.decode(other).getSubject()).isEqualTo("w");
    }

    @Test
    void a_signed_token_that_does_not_hold_is_refused_each_time() {
        String elsewhere = TOKENS.sign(c -> c.audience("elsewhere"));

        refused(elsewhere);
        refused(elsewhere);
    }

    @Test
    void a_copy_with_other_claims_is_no_remembered_token() {
        String token = TOKENS.of("w", "hope", "worker");
        String other = TOKENS.of("a", "hope", "administrator");
        checks.decode(token);
        checks.decode(other);

        String mixed =
                other.substring(0, other.lastIndexOf('.'))
                        + token.substring(token.lastIndexOf('.'));
        refused(mixed);
    }

    private void refused(String token) {
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> checks.decode(token));
    }

    private Date in(Duration time) {
        return Date.from(clock.instant().plus(time));
    }

    private static OAuth2ResourceServerProperties.Jwt settings() {
        var settings = new OAuth2ResourceServerProperties.Jwt();
        settings.setIssuerUri(TOKENS.issuer());
        settings.setAudiences(List.of("homeward"));
        return settings;
    }

    /** A clock that the test moves on from the present moment. */
    private static final class Hands extends Clock {

        private Instant now = Instant.now();

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

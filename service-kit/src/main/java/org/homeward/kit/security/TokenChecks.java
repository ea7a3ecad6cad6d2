package org.homeward.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * How a token is checked: signed with RS256 by a key of the issuer, and its issuer, audience,
 * subject and times are right. The service starts while the issuer is away.
 *
 * <p>That a token, byte for byte, is signed by the issuer is remembered for a minute, for a
 * signature costs more than all else that is asked of a request before its use case. What it says
 * is judged at each call: a remembered token that has expired is refused. A key that the issuer
 * withdraws is trusted that minute longer than the key set itself is kept. Whether a token is
 * denied is asked at each call too.
 */
final class TokenChecks implements JwtDecoder {

    /** By how much the issuer's clock may differ from one's own. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int TOKENS = 2_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> checks;
    private final Predicate<Jwt> denied;
    private final Cache<String, Jwt> signed;

    /**
     * @param clock tells whether a token has expired, and when a signature is forgotten
     * @param denied whether a token is refused although it is good otherwise
     */
    TokenChecks(OAuth2ResourceServerProperties.Jwt settings, Clock clock, Predicate<Jwt> denied) {
        String issuer =
                Objects.requireNonNull(
                        settings.getIssuerUri(),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri is not set");
        this.checks = checks(issuer, List.copyOf(settings.getAudiences()), clock);
        this.denied = denied;
        this.decoder =
                new SupplierJwtDecoder(
                        () -> {
                            NimbusJwtDecoder made = keysOf(issuer, settings.getJwkSetUri());
                            made.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
                            made.setClaimSetConverter(TokenChecks::claims);
                            return made;
                        });
        this.signed =
                Caffeine.newBuilder()
                        .maximumSize(TOKENS)
                        .expireAfterWrite(REMEMBERED)
                        .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                        .build();
    }

    /**
     * @throws BadJwtException when the token is not good
     * @throws AuthenticationServiceException when that can't be told now
     */
    @Override
    public Jwt decode(String token) {
        Jwt jwt = signed.getIfPresent(token);
        if (jwt == null) {
            jwt = verified(token);
            signed.put(token, jwt);
        }
        if (checks.validate(jwt).hasErrors() || denied.test(jwt)) {
            throw new BadJwtException("What the token says does not hold here and now");
        }
        return jwt;
    }

    private Jwt verified(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException bad) {
            throw bad;
        } catch (JwtException | JwtDecoderInitializationException away) {
            throw new AuthenticationServiceException("The issuer's keys can't be had", away);
        }
    }

    private static NimbusJwtDecoder keysOf(String issuer, @Nullable String keys) {
        var http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(PATIENCE);
        http.setReadTimeout(PATIENCE);
        var builder =
                keys == null
                        ? NimbusJwtDecoder.withIssuerLocation(issuer)
                        : NimbusJwtDecoder.withJwkSetUri(URI.create(keys).toString());
        return builder.restOperations(new RestTemplate(http))
                .jwsAlgorithms(
                        algorithms -> {
                            algorithms.clear();
                            algorithms.add(SignatureAlgorithm.RS256);
                        })
                .validateType(false)
                .build();
    }

    /** Times as the checks want them; the rest as it is, for each reader looks at what it gets. */
    private static Map<String, Object> claims(Map<String, Object> said) {
        Map<String, Object> claims = new HashMap<>(said);
        for (String time : List.of("exp", "nbf", "iat")) {
            claims.computeIfPresent(
                    time, (_, value) -> value instanceof Date at ? at.toInstant() : value);
        }
        return claims;
    }

    private static OAuth2TokenValidator<Jwt> checks(
            String issuer, List<String> audiences, Clock clock) {
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        var type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                type,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Object>(
                        "aud",
                        aud ->
                                aud instanceof Collection<?> named
                                        && named.stream().anyMatch(audiences::contains)),
                new JwtClaimValidator<Object>(
                        "sub", sub -> sub instanceof String text && !text.isBlank()));
    }
}

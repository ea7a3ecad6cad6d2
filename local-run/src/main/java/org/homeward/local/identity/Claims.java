package org.homeward.local.identity;

import java.util.List;
import java.util.Objects;
import org.homeward.local.MachineClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What an access token says about who carries it: all that the services decide by. */
@Configuration(proxyBeanMethods = false)
class Claims {

    static final String AUDIENCE = "homeward";

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claimsOfAccessTokens(DemoUsers users) {
        return context -> {
            if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                return;
            }
            JwtClaimsSet.Builder claims = context.getClaims().audience(List.of(AUDIENCE));
            if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                    context.getAuthorizationGrantType())) {
                MachineClient.find(context.getRegisteredClient().getClientId())
                        .ifPresent(client -> machine(claims, client));
            } else {
                Authentication who = Objects.requireNonNull(context.getPrincipal());
                users.find(who.getName()).ifPresent(user -> person(claims, user));
            }
        };
    }

    private static void machine(JwtClaimsSet.Builder claims, MachineClient client) {
        claims.claim("roles", List.of(client.role()))
                .claim("organisation", client.organisation())
                .claim("districts", List.of("*"))
                .claim("clearance", List.of());
    }

    private static void person(JwtClaimsSet.Builder claims, DemoUser user) {
        claims.claim("roles", user.roles())
                .claim("organisation", user.organisation())
                .claim("districts", user.districts())
                .claim("clearance", user.clearance())
                .claim("name", user.name())
                .claim("email", user.email())
                .claim("email_verified", true);
    }
}

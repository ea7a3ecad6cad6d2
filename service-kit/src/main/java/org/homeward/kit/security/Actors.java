package org.homeward.kit.security;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reads the actor from a checked token. A claim that is missing or of another kind gives nothing:
 * no role, no district, and an organisation that no record belongs to.
 */
final class Actors implements Converter<Jwt, ActorAuthentication> {

    private static final String NO_ORGANISATION = "";

    @Override
    public ActorAuthentication convert(Jwt token) {
        return new ActorAuthentication(
                new Actor(
                        text(token, "iss", ""),
                        text(token, "sub", ""),
                        text(token, "organisation", NO_ORGANISATION),
                        texts(token, "roles"),
                        texts(token, "districts"),
                        texts(token, "clearance"),
                        email(token),
                        issued(token)));
    }

    private static @Nullable String email(Jwt token) {
        boolean verified = Boolean.TRUE.equals(token.getClaims().get("email_verified"));
        return verified && token.getClaims().get("email") instanceof String email ? email : null;
    }

    private static @Nullable Instant issued(Jwt token) {
        return token.getClaims().get("iat") instanceof Instant issued ? issued : null;
    }

    private static String text(Jwt token, String claim, String otherwise) {
        Object value = token.getClaims().get(claim);
        return value instanceof String || value instanceof java.net.URL
                ? value.toString()
                : otherwise;
    }

    private static Set<String> texts(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof Collection<?> values
                ? values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}

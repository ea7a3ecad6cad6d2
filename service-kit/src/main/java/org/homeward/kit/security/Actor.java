package org.homeward.kit.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the token says. Nothing here is asked of the caller.
 *
 * @param subject stable and unique within the issuer; segregation of duties compares this
 * @param organisation where the person works
 * @param districts codes, or {@code *} for all
 * @param email only when the token says that it is verified
 * @param issued when the token was, to the second; null when it does not say so
 */
public record Actor(
        String issuer,
        String subject,
        String organisation,
        Set<String> roles,
        Set<String> districts,
        Set<String> clearances,
        @Nullable String email,
        @Nullable Instant issued) {

    public Actor {
        roles = Set.copyOf(roles);
        districts = Set.copyOf(districts);
        clearances = Set.copyOf(clearances);
    }

    /** By a token that does not say when it was issued. */
    public Actor(
            String issuer,
            String subject,
            String organisation,
            Set<String> roles,
            Set<String> districts,
            Set<String> clearances,
            @Nullable String email) {
        this(issuer, subject, organisation, roles, districts, clearances, email, null);
    }

    /** Without the address, for it ends up in logs. */
    @Override
    public String toString() {
        return subject + " of " + organisation + " as " + roles;
    }

    /**
     * The same person in every service and on every topic, and nobody's name: as random as the
     * account's id at the issuer, which it is a digest of. Marked as version 4, for events.
     */
    public UUID pseudonym() {
        return pseudonym(issuer, subject);
    }

    /** The same for an account that is not calling. */
    public static UUID pseudonym(String issuer, String subject) {
        var account = (issuer + " " + subject).getBytes(StandardCharsets.UTF_8);
        var digest = ByteBuffer.wrap(sha256().digest(account));
        return new UUID(
                (digest.getLong() & ~0xF000L) | 0x4000L,
                (digest.getLong() & ~(3L << 62)) | (1L << 63));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}

package org.homeward.kit.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the token says. Nothing here is asked of the caller.
 *
 * @param subject stable and unique within the issuer; segregation of duties compares this
 * @param organisation where the person works
 * @param districts codes, or {@code *} for all
 * @param email only when the token says that it is verified
 */
public record Actor(
        String issuer,
        String subject,
        String organisation,
        Set<String> roles,
        Set<String> districts,
        Set<String> clearances,
        @Nullable String email) {

    public Actor {
        roles = Set.copyOf(roles);
        districts = Set.copyOf(districts);
        clearances = Set.copyOf(clearances);
    }

    /** Without the address, for it ends up in logs. */
    @Override
    public String toString() {
        return subject + " of " + organisation + " as " + roles;
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}

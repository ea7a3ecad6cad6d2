package org.homeward.kit.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records a caller may touch; applied inside the query, never after it.
 *
 * @param organisation null for all organisations
 * @param districts null for all districts
 */
public record Scope(@Nullable String organisation, @Nullable Set<String> districts) {

    private static final Scope EVERYTHING = new Scope(null, null);

    /** For the service's own work. */
    public static Scope everything() {
        return EVERYTHING;
    }
}

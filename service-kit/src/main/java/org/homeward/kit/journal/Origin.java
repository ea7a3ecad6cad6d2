package org.homeward.kit.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who or what causes a change, as the audit keeps it.
 *
 * @param subject the token's subject, or {@code system} for the service's own work
 * @param actor pseudonym of that account, see {@link org.homeward.kit.security.Actor#pseudonym};
 *     null for the service's own work
 * @param action the command as called, for example {@code POST /api/v1/funds/{id}/ceiling}, or the
 *     name of the reaction
 * @param command shared by all entries of one command
 */
public record Origin(
        String subject,
        @Nullable UUID actor,
        @Nullable String organisation,
        String action,
        UUID command) {

    /** The service's own work: a reaction to an event, a scheduled task. */
    public static Origin system(String action, UUID command) {
        return new Origin("system", null, null, action, command);
    }
}

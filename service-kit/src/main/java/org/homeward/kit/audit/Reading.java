package org.homeward.kit.audit;

import java.time.Instant;
import java.util.List;
import org.homeward.kit.audit.Trail.ReadEntry;

/**
 * That somebody read what is kept of a person, as she is told of it: not which of the staff it was.
 *
 * @param organisation of who read
 * @param roles that they had
 */
public record Reading(Instant at, String organisation, List<String> roles, String purpose) {

    static Reading of(ReadEntry entry) {
        return new Reading(entry.at(), entry.organisation(), entry.roles(), entry.purpose());
    }
}

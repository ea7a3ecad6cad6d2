package org.homeward.grant.application;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.homeward.grant.people.Person;

/**
 * Granted, with its money reserved.
 *
 * @param grant what became of it
 */
record Approved(
        Person applicant,
        Proposal proposal,
        Set<String> writers,
        Instant submitted,
        String decidedBy,
        Instant decided,
        UUID grant)
        implements Application {

    Approved {
        writers = Set.copyOf(writers);
    }
}

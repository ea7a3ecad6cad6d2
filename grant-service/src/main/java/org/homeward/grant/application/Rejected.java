package org.homeward.grant.application;

import java.time.Instant;
import java.util.Set;
import org.homeward.grant.people.Person;
import org.homeward.kit.sealing.Secret;

/**
 * Not granted.
 *
 * @param reason for the applicant
 */
record Rejected(
        Person applicant,
        Proposal proposal,
        Set<String> writers,
        Instant submitted,
        String decidedBy,
        Instant decided,
        Secret<String> reason)
        implements Application {

    Rejected {
        writers = Set.copyOf(writers);
    }
}

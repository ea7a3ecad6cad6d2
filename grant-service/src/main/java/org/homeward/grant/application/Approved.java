package org.homeward.grant.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.grant.people.Person;

/**
 * Granted, with its money reserved.
 *
 * @param standing of the votes when it was decided
 * @param grant what became of it
 */
record Approved(
        Person applicant,
        Set<String> writers,
        List<Submission> submissions,
        Standing standing,
        String decidedBy,
        Instant decided,
        UUID grant)
        implements Application {

    Approved {
        writers = Set.copyOf(writers);
        submissions = List.copyOf(submissions);
    }

    @Override
    public Proposal proposal() {
        return submissions.getLast().proposal();
    }
}

package org.homeward.grant.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.grant.people.Person;
import org.homeward.kit.sealing.Secret;

/**
 * Not granted.
 *
 * @param standing of the votes when it was decided
 * @param reason for the applicant
 */
record Rejected(
        Person applicant,
        Set<String> writers,
        List<Submission> submissions,
        Standing standing,
        String decidedBy,
        Instant decided,
        Secret<String> reason)
        implements Application {

    Rejected {
        writers = Set.copyOf(writers);
        submissions = List.copyOf(submissions);
    }

    @Override
    public Proposal proposal() {
        return submissions.getLast().proposal();
    }
}

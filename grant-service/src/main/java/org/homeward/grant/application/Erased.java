package org.homeward.grant.application;

import java.util.List;
import java.util.Set;
import org.homeward.grant.people.Person;
import org.homeward.kit.journal.Decision;

/**
 * Its person was erased before it was decided: nobody decides it any more. What was asked for stays
 * as a figure, its words can't be read.
 */
record Erased(
        Person applicant, Proposal proposal, Set<String> writers, List<Submission> submissions)
        implements Application {

    Erased {
        writers = Set.copyOf(writers);
        submissions = List.copyOf(submissions);
    }

    static Decision<Erased> of(Application open) {
        return Decision.of(
                new Erased(open.applicant(), open.proposal(), open.writers(), open.submissions()));
    }
}

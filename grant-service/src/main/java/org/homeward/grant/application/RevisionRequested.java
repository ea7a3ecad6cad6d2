package org.homeward.grant.application;

import java.util.List;
import java.util.Set;
import org.homeward.grant.people.Person;
import org.homeward.kit.journal.Decision;

/**
 * Back with its writers; the last submission says what has to be changed.
 *
 * @param proposal as it is being changed
 */
record RevisionRequested(
        Person applicant, Proposal proposal, Set<String> writers, List<Submission> submissions)
        implements Editable, HandedIn {

    RevisionRequested {
        writers = Set.copyOf(writers);
        submissions = List.copyOf(submissions);
    }

    @Override
    public Decision<RevisionRequested> edit(Proposal changed, String editor) {
        return Decision.of(
                new RevisionRequested(applicant, changed, writersAnd(editor), submissions));
    }

    @Override
    public boolean awaitsTheCommittee() {
        return false;
    }
}

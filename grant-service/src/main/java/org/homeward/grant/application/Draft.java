package org.homeward.grant.application;

import java.util.List;
import java.util.Set;
import org.homeward.grant.people.Person;
import org.homeward.kit.journal.Decision;

/**
 * Being written with the applicant; nobody else has to know of it yet.
 *
 * @param applicant with organisation and district as they were known when the draft was written;
 *     the application and its grant keep them when the person's file changes later
 */
record Draft(Person applicant, Proposal proposal, Set<String> writers) implements Editable {

    Draft {
        writers = Set.copyOf(writers);
    }

    static Decision<Draft> write(Person applicant, Proposal proposal, String author) {
        return Decision.of(new Draft(applicant, proposal, Set.of(author)));
    }

    @Override
    public List<Submission> submissions() {
        return List.of();
    }

    @Override
    public Decision<Draft> edit(Proposal changed, String editor) {
        return Decision.of(new Draft(applicant, changed, writersAnd(editor)));
    }
}

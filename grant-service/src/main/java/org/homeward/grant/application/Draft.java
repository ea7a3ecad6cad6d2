package org.homeward.grant.application;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.grant.people.Person;
import org.homeward.kit.journal.Decision;

/**
 * Being written with the applicant; nobody else has to know of it yet.
 *
 * @param applicant with organisation and district as they were known when the draft was written;
 *     the application and its grant keep them when the person's file changes later
 */
record Draft(Person applicant, Proposal proposal, Set<String> writers) implements Application {

    Draft {
        writers = Set.copyOf(writers);
    }

    static Decision<Draft> write(Person applicant, Proposal proposal, String author) {
        return Decision.of(new Draft(applicant, proposal, Set.of(author)));
    }

    Decision<Draft> edit(Proposal changed, String editor) {
        return Decision.of(new Draft(applicant, changed, and(editor)));
    }

    /**
     * Hands it in for the decision of somebody else.
     *
     * @throws NothingRequested when it asks for nothing
     */
    Decision<UnderReview> submit(UUID id, String submitter, Instant at) {
        var total = proposal.total();
        if (total.isZero()) {
            throw new NothingRequested();
        }
        return Decision.of(
                new UnderReview(applicant, proposal, and(submitter), at),
                new ApplicationSubmitted(
                        id,
                        applicant.beneficiary(),
                        proposal.fund().programme(),
                        applicant.district(),
                        proposal.sector(),
                        total.inEvent()));
    }

    private Set<String> and(String writer) {
        var all = new HashSet<>(writers);
        all.add(writer);
        return all;
    }
}

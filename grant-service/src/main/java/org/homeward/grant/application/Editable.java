package org.homeward.grant.application;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.grant.committee.Committee;
import org.homeward.kit.journal.Decision;

/** In the hands of its writers. */
sealed interface Editable extends Application permits Draft, RevisionRequested {

    /** Who does so becomes one of its writers. */
    Decision<? extends Editable> edit(Proposal changed, String editor);

    /**
     * Hands it in for the decision of somebody else; what was handed in before is kept.
     *
     * @param committee that judges it, whatever becomes of the fund's
     * @throws NothingRequested when it asks for nothing
     */
    default Decision<UnderReview> submit(
            UUID id, Committee committee, String submitter, Instant at) {
        var total = proposal().total();
        if (total.isZero()) {
            throw new NothingRequested();
        }
        var submissions =
                Stream.concat(
                                submissions().stream(),
                                Stream.of(Submission.of(committee, proposal(), at)))
                        .toList();
        return Decision.of(
                new UnderReview(applicant(), writersAnd(submitter), submissions),
                new ApplicationSubmitted(
                        id,
                        applicant().beneficiary(),
                        proposal().fund().programme(),
                        applicant().district(),
                        proposal().sector(),
                        total.inEvent()));
    }

    default Set<String> writersAnd(String writer) {
        var all = new HashSet<>(writers());
        all.add(writer);
        return all;
    }
}

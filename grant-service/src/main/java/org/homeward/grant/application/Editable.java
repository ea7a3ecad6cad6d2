package org.homeward.grant.application;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.grant.committee.Committee;
import org.homeward.grant.people.Ties;
import org.homeward.kit.journal.Decision;

/** In the hands of its writers. */
sealed interface Editable extends Application permits Draft, RevisionRequested {

    /** Who does so becomes one of its writers. */
    Decision<? extends Editable> edit(Proposal changed, String editor);

    /**
     * Nobody chooses who judges a case that is or was their own, or that they assessed.
     *
     * @param choosers pseudonyms of those who chose the members of the committee
     * @throws OwnJudges when it is so
     */
    default void judgesChosenBy(Set<UUID> choosers, Ties ties) {
        if (!Collections.disjoint(choosers, ties.staff())) {
            throw new OwnJudges();
        }
    }

    /**
     * Hands it in for the decision of somebody else; what was handed in before is kept.
     *
     * @param committee that judges it, whatever becomes of the fund's
     * @throws NothingRequested when it asks for nothing
     * @throws OwnJudges when one of its writers, the submitter too, chose members of the committee
     */
    default Decision<UnderReview> submit(
            UUID id, Committee committee, String submitter, Instant at) {
        var total = proposal().total();
        if (total.isZero()) {
            throw new NothingRequested();
        }
        var writers = writersAnd(submitter);
        if (!Collections.disjoint(committee.choosers(), writers)) {
            throw new OwnJudges();
        }
        var submissions =
                Stream.concat(
                                submissions().stream(),
                                Stream.of(Submission.of(committee, proposal(), at)))
                        .toList();
        return Decision.of(
                new UnderReview(applicant(), writers, submissions),
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

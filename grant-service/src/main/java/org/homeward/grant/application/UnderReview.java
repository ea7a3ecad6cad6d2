package org.homeward.grant.application;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.grant.ApplicationRejected;
import org.homeward.grant.people.Person;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;

/** Handed in: it waits for the decision of somebody who did not write it. */
record UnderReview(Person applicant, Proposal proposal, Set<String> writers, Instant submitted)
        implements Application {

    UnderReview {
        writers = Set.copyOf(writers);
    }

    /**
     * Approves it; the money must be reserved and the grant made with the same change.
     *
     * @throws OwnApplication when the approver had a hand in it
     */
    Decision<Approved> approve(UUID grant, String approver, Instant at) {
        nobodyDecidesTheirOwn(approver);
        return Decision.of(
                new Approved(applicant, proposal, writers, submitted, approver, at, grant));
    }

    /**
     * @param reason for the applicant, in free words
     * @throws OwnApplication as {@link #approve}
     */
    Decision<Rejected> reject(UUID id, Secret<String> reason, String decider, Instant at) {
        nobodyDecidesTheirOwn(decider);
        return Decision.of(
                new Rejected(applicant, proposal, writers, submitted, decider, at, reason),
                new ApplicationRejected(id, applicant.beneficiary(), proposal.fund().programme()));
    }

    private void nobodyDecidesTheirOwn(String decider) {
        if (writers.contains(decider)) {
            throw new OwnApplication();
        }
    }
}

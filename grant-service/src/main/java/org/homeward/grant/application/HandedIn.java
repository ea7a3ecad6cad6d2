package org.homeward.grant.application;

import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.grant.ApplicationRejected;
import org.homeward.grant.people.Ties;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;

/** Handed in at least once, and not decided: somebody who had no part in it may decide it. */
sealed interface HandedIn extends Application permits UnderReview, RevisionRequested {

    /** The last one; what its votes say. */
    default Submission current() {
        return submissions().getLast();
    }

    /**
     * Nobody decides on a case that is or was their own, or that they assessed, nor sends it back.
     *
     * @param decider pseudonym
     * @throws Recused when it is so
     */
    default void decidedBy(UUID decider, Ties ties) {
        if (ties.staff().contains(decider)) {
            throw new Recused(Conflict.OWNED_OR_ASSESSED);
        }
    }

    /** Only the votes of members who have no interest in the case count. */
    default Standing standing(Ties ties) {
        var committee = current().committee();
        int inFavour = 0;
        int against = 0;
        for (var vote : current().votes()) {
            var seat = committee.seatOf(vote.member());
            if (seat.isPresent() && conflict(seat.get(), vote.voter(), ties).isEmpty()) {
                switch (vote.ballot()) {
                    case FOR -> inFavour++;
                    case AGAINST -> against++;
                }
            }
        }
        return new Standing(committee.quorum(), inFavour, against);
    }

    /** Whether nothing can be decided on it before the committee has spoken. */
    boolean awaitsTheCommittee();

    /**
     * Rejects it once the committee has spoken, also what it carried: a consent may be withdrawn
     * meanwhile. How it voted stays with it. What the committee won't speak on any more is rejected
     * without a quorum: it can't be handed in again while members are missing for good, or it was
     * sent back and nobody hands it in.
     *
     * @param reason for the applicant, in free words
     * @throws OwnApplication when the decider had a hand in it
     * @throws VoterDecides when the decider voted, or declared an interest
     * @throws OwnCommittee when the decider had a hand in giving it another committee than it had
     *     at first
     * @throws QuorumMissing when too few have voted, and it can be sent back for other members
     */
    default Decision<Rejected> reject(
            UUID id, Standing standing, Secret<String> reason, String decider, Instant at) {
        decides(decider);
        if (awaitsTheCommittee()) {
            requireDecided(standing);
        }
        return Decision.of(
                new Rejected(applicant(), writers(), submissions(), standing, decider, at, reason),
                new ApplicationRejected(
                        id, applicant().beneficiary(), current().proposal().fund().programme()));
    }

    /**
     * @throws OwnApplication as {@link #reject}, as {@link VoterDecides} and {@link OwnCommittee}
     */
    default void decides(String decider) {
        requireNoHandIn(decider);
        if (current().committee().wasChangedBy(decider, submissions().getFirst().committee())) {
            throw new OwnCommittee();
        }
    }

    /**
     * @throws OwnApplication as {@link #reject}, and {@link VoterDecides}
     */
    default void requireNoHandIn(String decider) {
        if (writers().contains(decider)) {
            throw new OwnApplication();
        }
        if (submissions().stream()
                .anyMatch(one -> one.hasVoteOf(decider) || one.hasRecusalOf(decider))) {
            throw new VoterDecides();
        }
    }

    /**
     * @throws QuorumMissing when too few have voted
     */
    static void requireDecided(Standing standing) {
        if (!standing.decided()) {
            throw new QuorumMissing(standing);
        }
    }
}

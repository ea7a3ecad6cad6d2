package org.homeward.grant.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.grant.ApplicationRejected;
import org.homeward.grant.people.Person;
import org.homeward.grant.people.Ties;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;

/**
 * Handed in: the committee votes on it, and somebody who neither wrote it nor voted carries out
 * what the committee says. Who may vote is judged by what is known at that moment, so a vote stops
 * counting when an interest becomes known. Who has a seat was settled when it was handed in.
 */
record UnderReview(Person applicant, Set<String> writers, List<Submission> submissions)
        implements Application {

    /** All of them are stored in one document. */
    static final int MOST_SUBMISSIONS = 10;

    UnderReview {
        writers = Set.copyOf(writers);
        submissions = List.copyOf(submissions);
    }

    @Override
    public Proposal proposal() {
        return current().proposal();
    }

    /**
     * Takes one vote of one member of the committee that judges what was handed in last.
     *
     * @param submission the number of what the voter has read
     * @throws NotAMember when the voter has no seat
     * @throws AnotherSubmission when something else is under review now
     * @throws Recused when the voter has an interest in the case
     * @throws AlreadyVoted when the voter's vote is given
     */
    Decision<UnderReview> vote(int submission, Ties ties, Vote vote) {
        var seat = current().committee().seatOf(vote.member()).orElseThrow(NotAMember::new);
        if (submission != submissions.size()) {
            throw new AnotherSubmission(submissions.size());
        }
        conflict(seat, vote.voter(), ties)
                .ifPresent(
                        because -> {
                            throw new Recused(because);
                        });
        if (current().hasVoteOf(vote.member())) {
            throw new AlreadyVoted();
        }
        return Decision.of(with(current().with(vote)));
    }

    /**
     * A member declares an interest; a vote that the member gave is taken back.
     *
     * @throws NotAMember as {@link #vote}
     * @throws Recused when it is declared already
     */
    Decision<UnderReview> recuse(Recusal recusal) {
        if (current().committee().seatOf(recusal.member()).isEmpty()) {
            throw new NotAMember();
        }
        if (hasDeclared(recusal.member())) {
            throw new Recused(Conflict.DECLARED);
        }
        return Decision.of(with(current().with(recusal)));
    }

    /**
     * Nobody decides on a case that is or was their own, or that they assessed.
     *
     * @param decider pseudonym
     * @throws Recused when it is so
     */
    void decidedBy(UUID decider, Ties ties) {
        if (ties.staff().contains(decider)) {
            throw new Recused(Conflict.OWNED_OR_ASSESSED);
        }
    }

    /** Only the votes of members who have no interest in the case count. */
    Standing standing(Ties ties) {
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

    /**
     * Approves it; the money must be reserved and the grant made with the same change.
     *
     * @throws OwnApplication when the approver had a hand in it
     * @throws VoterDecides when the approver voted, or declared an interest
     * @throws OwnCommittee when the approver gave it another committee than it had at first
     * @throws QuorumMissing when too few have voted
     * @throws NotCarried when the committee is not in favour
     */
    Decision<Approved> approve(Standing standing, UUID grant, String approver, Instant at) {
        decides(approver);
        if (!decided(standing).carried()) {
            throw new NotCarried();
        }
        return Decision.of(
                new Approved(applicant, writers, submissions, standing, approver, at, grant));
    }

    /**
     * Rejects it once the committee has spoken, also what it carried: a consent may be withdrawn
     * meanwhile. How it voted stays with it.
     *
     * @param reason for the applicant, in free words
     * @throws OwnApplication as {@link #approve}, as {@link VoterDecides}, {@link OwnCommittee} and
     *     {@link QuorumMissing}
     */
    Decision<Rejected> reject(
            UUID id, Standing standing, Secret<String> reason, String decider, Instant at) {
        decides(decider);
        return Decision.of(
                new Rejected(
                        applicant, writers, submissions, decided(standing), decider, at, reason),
                new ApplicationRejected(
                        id, applicant.beneficiary(), proposal().fund().programme()));
    }

    /**
     * Gives it back to its writers; what they hand in then is voted on anew.
     *
     * @throws OwnApplication as {@link #approve}, and {@link VoterDecides} and {@link OwnCommittee}
     * @throws RevisionsExhausted when it has been handed in too often
     */
    Decision<RevisionRequested> sendBack(Revision revision) {
        decides(revision.by());
        if (submissions.size() >= MOST_SUBMISSIONS) {
            throw new RevisionsExhausted();
        }
        var sentBack = with(current().sentBack(revision));
        return Decision.of(
                new RevisionRequested(applicant, proposal(), writers, sentBack.submissions()));
    }

    private Submission current() {
        return submissions.getLast();
    }

    private UnderReview with(Submission changed) {
        var all = new ArrayList<>(submissions);
        all.set(all.size() - 1, changed);
        return new UnderReview(applicant, writers, all);
    }

    private void decides(String decider) {
        if (writers.contains(decider)) {
            throw new OwnApplication();
        }
        if (submissions.stream()
                .anyMatch(one -> one.hasVoteOf(decider) || one.hasRecusalOf(decider))) {
            throw new VoterDecides();
        }
        var first = submissions.getFirst().committee();
        var last = current().committee();
        if (!last.equals(first) && last.appointedBy().equals(decider)) {
            throw new OwnCommittee();
        }
    }

    private static Standing decided(Standing standing) {
        if (!standing.decided()) {
            throw new QuorumMissing(standing);
        }
        return standing;
    }
}

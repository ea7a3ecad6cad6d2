package org.homeward.grant.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.grant.people.Person;
import org.homeward.grant.people.Ties;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.web.NotFound;

/**
 * Handed in: the committee votes on it, and somebody who neither wrote it nor voted carries out
 * what the committee says. Who may vote is judged by what is known at that moment, so a vote stops
 * counting when an interest becomes known. Who has a seat was settled when it was handed in.
 */
record UnderReview(Person applicant, Set<String> writers, List<Submission> submissions)
        implements HandedIn {

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
     * @throws NotFound when the voter has no seat
     * @throws AnotherSubmission when something else is under review now
     * @throws Recused when the voter has an interest in the case
     * @throws AlreadyVoted when the voter's vote is given
     */
    Decision<UnderReview> vote(int submission, Ties ties, Vote vote) {
        var seat = current().committee().seatOf(vote.member()).orElseThrow(NotFound::new);
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
     * @throws NotFound as {@link #vote}
     * @throws Recused when it is declared already
     */
    Decision<UnderReview> recuse(Recusal recusal) {
        if (current().committee().seatOf(recusal.member()).isEmpty()) {
            throw new NotFound();
        }
        if (hasDeclared(recusal.member())) {
            throw new Recused(Conflict.DECLARED);
        }
        return Decision.of(with(current().with(recusal)));
    }

    /**
     * Approves it; the money must be reserved and the grant made with the same change.
     *
     * @throws OwnApplication when the approver had a hand in it
     * @throws VoterDecides when the approver voted, or declared an interest
     * @throws OwnCommittee when the approver had a hand in giving it another committee than it had
     *     at first
     * @throws QuorumMissing when too few have voted
     * @throws NotCarried when the committee is not in favour
     */
    Decision<Approved> approve(Standing standing, UUID grant, String approver, Instant at) {
        decides(approver);
        HandedIn.requireDecided(standing);
        if (!standing.carried()) {
            throw new NotCarried();
        }
        return Decision.of(
                new Approved(applicant, writers, submissions, standing, approver, at, grant));
    }

    /**
     * Gives it back to its writers; what they hand in then is voted on anew. Who changed the
     * committee may do so, as it decides nothing.
     *
     * @throws OwnApplication as {@link #approve}, and {@link VoterDecides}
     * @throws RevisionsExhausted when it has been handed in too often
     */
    Decision<RevisionRequested> sendBack(Revision revision) {
        requireNoHandIn(revision.by());
        if (isTheLast()) {
            throw new RevisionsExhausted();
        }
        var sentBack = with(current().sentBack(revision));
        return Decision.of(
                new RevisionRequested(applicant, proposal(), writers, sentBack.submissions()));
    }

    @Override
    public boolean awaitsTheCommittee() {
        return !isTheLast();
    }

    private boolean isTheLast() {
        return submissions.size() >= MOST_SUBMISSIONS;
    }

    private UnderReview with(Submission changed) {
        var all = new ArrayList<>(submissions);
        all.set(all.size() - 1, changed);
        return new UnderReview(applicant, writers, all);
    }
}

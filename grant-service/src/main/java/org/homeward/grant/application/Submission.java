package org.homeward.grant.application;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.grant.committee.Committee;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in at one time, and what the committee said to it. It is kept when the
 * application is revised.
 *
 * @param committee as it was then: whoever changes it later changes nothing here
 * @param revision null unless it went back to its writers
 */
record Submission(
        Committee committee,
        Proposal proposal,
        Instant at,
        List<Vote> votes,
        List<Recusal> recusals,
        @Nullable Revision revision) {

    Submission {
        votes = List.copyOf(votes);
        recusals = List.copyOf(recusals);
    }

    static Submission of(Committee committee, Proposal proposal, Instant at) {
        return new Submission(committee, proposal, at, List.of(), List.of(), null);
    }

    Submission with(Vote vote) {
        return new Submission(
                committee,
                proposal,
                at,
                Stream.concat(votes.stream(), Stream.of(vote)).toList(),
                recusals,
                revision);
    }

    /** Takes back the vote of whoever turns out to have an interest. */
    Submission with(Recusal recusal) {
        return new Submission(
                committee,
                proposal,
                at,
                votes.stream().filter(vote -> !vote.member().equals(recusal.member())).toList(),
                Stream.concat(recusals.stream(), Stream.of(recusal)).toList(),
                revision);
    }

    Submission sentBack(Revision why) {
        return new Submission(committee, proposal, at, votes, recusals, why);
    }

    boolean hasVoteOf(String member) {
        return votes.stream().anyMatch(vote -> vote.member().equals(member));
    }

    boolean hasRecusalOf(String member) {
        return recusals.stream().anyMatch(recusal -> recusal.member().equals(member));
    }

    boolean wasSentBackBy(String member) {
        return revision != null && revision.by().equals(member);
    }
}

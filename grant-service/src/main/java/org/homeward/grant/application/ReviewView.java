package org.homeward.grant.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.grant.committee.Seat;
import org.jspecify.annotations.Nullable;

/**
 * What the committee says to the last submission.
 *
 * @param submission its number, which a vote names; zero when nothing is handed in
 * @param members subjects of those who have a seat for it, as it was when it was handed in
 * @param standing null while there is nothing to vote on
 */
record ReviewView(
        int submission,
        List<String> members,
        @Nullable Counted standing,
        List<Said> votes,
        List<Declared> interests) {

    /** Only the votes of members without an interest in the case are counted. */
    record Counted(int quorum, int inFavour, int against, boolean decided, boolean carried) {

        static Counted of(Standing standing) {
            return new Counted(
                    standing.quorum(),
                    standing.inFavour(),
                    standing.against(),
                    standing.decided(),
                    standing.carried());
        }
    }

    record Said(String member, Ballot ballot, String reason, Instant at) {}

    record Declared(String member, String reason, Instant at) {}

    static ReviewView of(List<Submission> submissions, Optional<Standing> standing) {
        return new ReviewView(
                submissions.size(),
                submissions.isEmpty()
                        ? List.of()
                        : submissions.getLast().committee().seats().stream()
                                .map(Seat::member)
                                .toList(),
                standing.map(Counted::of).orElse(null),
                submissions.isEmpty()
                        ? List.of()
                        : submissions.getLast().votes().stream()
                                .map(
                                        vote ->
                                                new Said(
                                                        vote.member(),
                                                        vote.ballot(),
                                                        vote.reason().open(),
                                                        vote.at()))
                                .toList(),
                submissions.stream()
                        .flatMap(one -> one.recusals().stream())
                        .map(
                                recusal ->
                                        new Declared(
                                                recusal.member(),
                                                recusal.reason().open(),
                                                recusal.at()))
                        .toList());
    }
}

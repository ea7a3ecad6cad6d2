package org.homeward.grant.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.grant.committee.Committee;
import org.homeward.grant.committee.Seat;
import org.homeward.grant.people.Ties;
import org.homeward.kit.sealing.Secret;

/** Applications in the hands of a committee. */
final class Reviews {

    static final UUID ID = UUID.randomUUID();
    static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");

    private Reviews() {}

    /** Two of three must vote. */
    static Committee committee() {
        return committee(seat("one"), seat("two"), seat("three"));
    }

    static Committee committee(Seat... seats) {
        return changedBy(List.of("manager"), seats);
    }

    /** By the first it was appointed. */
    static Committee changedBy(List<String> changers, Seat... seats) {
        return new Committee(
                Proposals.FUND.id(), 2, List.of(seats), changers, Set.copyOf(changers));
    }

    static Seat seat(String member) {
        return new Seat(member, "mission", null);
    }

    static UnderReview underReview() {
        return underReview(committee());
    }

    static UnderReview underReview(Committee committee) {
        return Draft.write(Proposals.tailor(), Proposals.studio(), "author")
                .state()
                .submit(ID, committee, "author", NOW)
                .state();
    }

    /** Sent back by that manager, and handed in again as it was, to this committee. */
    static UnderReview revised(UnderReview review, String manager, Committee committee) {
        return review.sendBack(revisionBy(manager))
                .state()
                .submit(ID, committee, "author", NOW)
                .state();
    }

    static UnderReview carried() {
        return vote(vote(underReview(), "one", Ballot.FOR), "two", Ballot.FOR);
    }

    static UnderReview vote(UnderReview review, String member, Ballot ballot) {
        return review.vote(review.submissions().size(), Ties.NONE, saying(member, ballot)).state();
    }

    static Vote saying(String member, Ballot ballot) {
        return saying(voter(member), ballot);
    }

    static Vote saying(Voter voter, Ballot ballot) {
        return new Vote(voter, ballot, Secret.of("As in the minutes"), NOW);
    }

    static Voter voter(String member) {
        return new Voter(member, pseudonym(member), "mission");
    }

    static UUID pseudonym(String member) {
        return UUID.nameUUIDFromBytes(member.getBytes(StandardCharsets.UTF_8));
    }

    static Recusal interestOf(String member) {
        return new Recusal(member, Secret.of("My cousin"), NOW);
    }

    static Revision revisionBy(String manager) {
        return new Revision(manager, Secret.of("Say who buys in summer"), NOW);
    }

    static Standing standing(UnderReview review) {
        return review.standing(Ties.NONE);
    }
}

package org.homeward.grant.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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
        return new Committee(Proposals.FUND.id(), 2, List.of(seats));
    }

    static Seat seat(String member) {
        return new Seat(member, "mission", null);
    }

    static UnderReview underReview() {
        return Draft.write(Proposals.tailor(), Proposals.studio(), "author")
                .state()
                .submit(ID, "author", NOW)
                .state();
    }

    static UnderReview carried() {
        return vote(vote(underReview(), "one", Ballot.FOR), "two", Ballot.FOR);
    }

    static UnderReview vote(UnderReview review, String member, Ballot ballot) {
        return review.vote(committee(), Ties.NONE, "mission", saying(member, ballot)).state();
    }

    static Vote saying(String member, Ballot ballot) {
        return new Vote(member, pseudonym(member), ballot, Secret.of("As in the minutes"), NOW);
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
        return review.standing(committee(), Ties.NONE);
    }
}

package org.homeward.grant.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.grant.application.Reviews.NOW;
import static org.homeward.grant.application.Reviews.carried;
import static org.homeward.grant.application.Reviews.committee;
import static org.homeward.grant.application.Reviews.interestOf;
import static org.homeward.grant.application.Reviews.pseudonym;
import static org.homeward.grant.application.Reviews.revisionBy;
import static org.homeward.grant.application.Reviews.saying;
import static org.homeward.grant.application.Reviews.seat;
import static org.homeward.grant.application.Reviews.standing;
import static org.homeward.grant.application.Reviews.underReview;
import static org.homeward.grant.application.Reviews.vote;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.grant.committee.Seat;
import org.homeward.grant.people.Ties;
import org.homeward.kit.sealing.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitteeReviewTest {

    private static final UUID HOUSEHOLD = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "FOR,      FOR,      NONE,    true",
        "FOR,      AGAINST,  NONE,    false",
        "FOR,      AGAINST,  FOR,     true",
        "FOR,      AGAINST,  AGAINST, false",
        "AGAINST,  AGAINST,  FOR,     false"
    })
    void more_in_favour_than_against_carries_it(
            Ballot one, Ballot two, String three, boolean carries) {
        var review = vote(vote(underReview(), "one", one), "two", two);
        if (!three.equals("NONE")) {
            review = vote(review, "three", Ballot.valueOf(three));
        }

        assertThat(standing(review).decided()).isTrue();
        assertThat(standing(review).carried()).isEqualTo(carries);
    }

    @Test
    void with_less_than_a_quorum_nothing_is_decided() {
        var review = vote(underReview(), "one", Ballot.FOR);
        var standing = standing(review);

        assertThat(standing).isEqualTo(new Standing(2, 1, 0));
        assertThatThrownBy(() -> review.approve(standing, UUID.randomUUID(), "manager", NOW))
                .isInstanceOfSatisfying(
                        QuorumMissing.class,
                        missing ->
                                assertThat(missing.extensions())
                                        .containsEntry("quorum", 2)
                                        .containsEntry("votes", 1));
        assertThatThrownBy(
                        () -> review.reject(Reviews.ID, standing, Secret.of("No"), "manager", NOW))
                .isInstanceOf(QuorumMissing.class);
    }

    @Test
    void what_is_not_carried_is_not_approved() {
        var review = vote(vote(underReview(), "one", Ballot.FOR), "two", Ballot.AGAINST);
        var standing = standing(review);

        assertThatThrownBy(() -> review.approve(standing, UUID.randomUUID(), "manager", NOW))
                .isInstanceOf(NotCarried.class);
    }

    @Test
    void each_member_has_one_vote_and_nobody_else_has_one() {
        var review = vote(underReview(), "one", Ballot.FOR);

        assertThatThrownBy(() -> vote(review, "one", Ballot.AGAINST))
                .isInstanceOf(AlreadyVoted.class);
        assertThatThrownBy(() -> vote(review, "somebody", Ballot.FOR))
                .isInstanceOf(NotAMember.class);
    }

    static Stream<Arguments> conflicts() {
        return Stream.of(
                Arguments.of(seat("author"), Ties.NONE, Conflict.WROTE_OR_ADVISED),
                Arguments.of(seat("one").at("hamdilon"), Ties.NONE, Conflict.SAME_ORGANISATION),
                Arguments.of(
                        seat("one").at("umed"),
                        new Ties("umed", Set.of(), Set.of()),
                        Conflict.SAME_ORGANISATION),
                Arguments.of(
                        new Seat("one", "mission", HOUSEHOLD),
                        new Ties("umed", Set.of(HOUSEHOLD), Set.of()),
                        Conflict.SAME_HOUSEHOLD),
                Arguments.of(
                        seat("one"),
                        new Ties("umed", Set.of(), Set.of(pseudonym("one"))),
                        Conflict.OWNED_OR_ASSESSED));
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void who_has_an_interest_has_no_vote(Seat seat, Ties ties, Conflict because) {
        assertThatThrownBy(
                        () ->
                                underReview()
                                        .vote(
                                                committee(seat),
                                                ties,
                                                "mission",
                                                saying(seat.member(), Ballot.FOR)))
                .isInstanceOfSatisfying(
                        Recused.class,
                        recused ->
                                assertThat(recused.extensions())
                                        .containsEntry("because", because.name()));
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void a_vote_stops_counting_when_an_interest_becomes_known(Seat seat, Ties ties) {
        var review = vote(vote(underReview(), "one", Ballot.FOR), "two", Ballot.FOR);
        var known = committee(seat, seat("two"), seat("three"));

        assertThat(review.standing(known, ties)).isEqualTo(new Standing(2, 1, 0));
    }

    @Test
    void a_household_or_a_case_that_nobody_knows_of_is_nobody_s_interest() {
        var review = vote(underReview(), "one", Ballot.FOR);

        assertThat(standing(review).inFavour()).isEqualTo(1);
    }

    @Test
    void the_organisation_that_the_token_names_counts_beside_that_of_the_seat() {
        assertThatThrownBy(
                        () ->
                                underReview()
                                        .vote(
                                                committee(),
                                                Ties.NONE,
                                                "hamdilon",
                                                saying("one", Ballot.FOR)))
                .isInstanceOf(Recused.class);
    }

    @Test
    void who_declares_an_interest_loses_the_vote_and_gets_no_other() {
        var review = carried().recuse(committee(), interestOf("two")).state();

        assertThat(standing(review)).isEqualTo(new Standing(2, 1, 0));
        assertThatThrownBy(() -> vote(review, "two", Ballot.FOR)).isInstanceOf(Recused.class);
        assertThatThrownBy(() -> review.recuse(committee(), interestOf("two")))
                .isInstanceOf(Recused.class);
        assertThatThrownBy(() -> review.recuse(committee(), interestOf("somebody")))
                .isInstanceOf(NotAMember.class);
        assertThat(standing(vote(review, "three", Ballot.FOR)).carried()).isTrue();
    }

    @Test
    void the_vote_of_a_member_who_was_replaced_does_not_count() {
        var review = carried();

        assertThat(review.standing(committee(seat("one"), seat("three")), Ties.NONE))
                .isEqualTo(new Standing(2, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "three"})
    void who_voted_or_declared_an_interest_decides_nothing(String who) {
        var review = carried().recuse(committee(), interestOf("three")).state();
        var standing = standing(review);

        assertThatThrownBy(() -> review.approve(standing, UUID.randomUUID(), who, NOW))
                .isInstanceOf(VoterDecides.class);
        assertThatThrownBy(() -> review.reject(Reviews.ID, standing, Secret.of("No"), who, NOW))
                .isInstanceOf(VoterDecides.class);
        assertThatThrownBy(() -> review.sendBack(revisionBy(who))).isInstanceOf(VoterDecides.class);
    }

    @Test
    void after_a_revision_the_committee_votes_anew_and_an_interest_stays_declared() {
        var revised =
                carried()
                        .recuse(committee(), interestOf("three"))
                        .state()
                        .sendBack(revisionBy("manager"))
                        .state()
                        .submit(Reviews.ID, "author", NOW)
                        .state();

        assertThat(standing(revised)).isEqualTo(new Standing(2, 0, 0));
        assertThatThrownBy(() -> vote(revised, "three", Ballot.FOR)).isInstanceOf(Recused.class);
        assertThat(standing(vote(revised, "one", Ballot.FOR)).inFavour()).isEqualTo(1);
        assertThatThrownBy(() -> revised.approve(standing(revised), UUID.randomUUID(), "one", NOW))
                .as("a vote on an earlier submission is a vote")
                .isInstanceOf(VoterDecides.class);
    }

    @Test
    void who_said_what_to_change_has_advised_and_does_not_vote() {
        var revised =
                underReview()
                        .sendBack(revisionBy("three"))
                        .state()
                        .submit(Reviews.ID, "author", NOW)
                        .state();

        assertThatThrownBy(() -> vote(revised, "three", Ballot.FOR)).isInstanceOf(Recused.class);
    }
}

package org.homeward.grant.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.grant.application.Reviews.NOW;
import static org.homeward.grant.application.Reviews.carried;
import static org.homeward.grant.application.Reviews.changedBy;
import static org.homeward.grant.application.Reviews.committee;
import static org.homeward.grant.application.Reviews.interestOf;
import static org.homeward.grant.application.Reviews.pseudonym;
import static org.homeward.grant.application.Reviews.revised;
import static org.homeward.grant.application.Reviews.revisionBy;
import static org.homeward.grant.application.Reviews.saying;
import static org.homeward.grant.application.Reviews.seat;
import static org.homeward.grant.application.Reviews.standing;
import static org.homeward.grant.application.Reviews.underReview;
import static org.homeward.grant.application.Reviews.vote;
import static org.homeward.grant.application.Reviews.voter;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.grant.committee.Committee;
import org.homeward.grant.committee.Seat;
import org.homeward.grant.people.Ties;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.StateConflict;
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
        assertThatThrownBy(() -> vote(review, "somebody", Ballot.FOR)).isInstanceOf(NotFound.class);
    }

    static Stream<Arguments> conflicts() {
        return Stream.of(
                Arguments.of(seat("author"), Ties.NONE, Conflict.WROTE_OR_ADVISED),
                Arguments.of(
                        new Seat("one", "hamdilon", null), Ties.NONE, Conflict.SAME_ORGANISATION),
                Arguments.of(
                        new Seat("one", "umed", null),
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
    void who_has_an_interest_has_no_vote_and_does_not_read_it_as_a_member(
            Seat seat, Ties ties, Conflict because) {
        var review = underReview(committee(seat));

        assertThatThrownBy(() -> review.vote(1, ties, saying(seat.member(), Ballot.FOR)))
                .isInstanceOfSatisfying(
                        Recused.class,
                        recused ->
                                assertThat(recused.extensions())
                                        .containsEntry("because", because.name()));
        assertThat(review.isHiddenFrom(voter(seat.member()), true, ties)).isTrue();
        assertThat(review.isHiddenFrom(voter(seat.member()), false, ties))
                .as("who has another duty reads it for that")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("tiesOfOne")
    void a_vote_stops_counting_when_an_interest_becomes_known(Ties ties) {
        var review =
                underReview(
                        committee(
                                new Seat("one", "mission", HOUSEHOLD), seat("two"), seat("three")));
        var voted = vote(vote(review, "one", Ballot.FOR), "two", Ballot.FOR);

        assertThat(voted.standing(ties)).isEqualTo(new Standing(2, 1, 0));
    }

    static Stream<Ties> tiesOfOne() {
        return Stream.of(
                new Ties("umed", Set.of(HOUSEHOLD), Set.of()),
                new Ties("umed", Set.of(), Set.of(pseudonym("one"))));
    }

    @Test
    void a_vote_keeps_where_its_member_worked_and_counts_no_more_when_the_case_comes_there() {
        var elsewhere = new Voter("one", pseudonym("one"), "umed");
        var voted =
                vote(
                        underReview().vote(1, Ties.NONE, saying(elsewhere, Ballot.FOR)).state(),
                        "two",
                        Ballot.FOR);

        assertThat(standing(voted)).isEqualTo(new Standing(2, 2, 0));
        assertThat(voted.standing(new Ties("umed", Set.of(), Set.of())))
                .isEqualTo(new Standing(2, 1, 0));
    }

    @Test
    void a_household_or_a_case_that_nobody_knows_of_is_nobody_s_interest() {
        var review = vote(underReview(), "one", Ballot.FOR);

        assertThat(standing(review).inFavour()).isEqualTo(1);
    }

    @Test
    void the_organisation_that_the_token_names_counts_beside_that_of_the_seat() {
        var moved = new Voter("one", pseudonym("one"), "hamdilon");

        assertThatThrownBy(() -> underReview().vote(1, Ties.NONE, saying(moved, Ballot.FOR)))
                .isInstanceOf(Recused.class);
    }

    @Test
    void who_declares_an_interest_loses_the_vote_and_gets_no_other() {
        var review = carried().recuse(interestOf("two")).state();

        assertThat(standing(review)).isEqualTo(new Standing(2, 1, 0));
        assertThatThrownBy(() -> vote(review, "two", Ballot.FOR)).isInstanceOf(Recused.class);
        assertThatThrownBy(() -> review.recuse(interestOf("two"))).isInstanceOf(Recused.class);
        assertThatThrownBy(() -> review.recuse(interestOf("somebody")))
                .isInstanceOf(NotFound.class);
        assertThat(standing(vote(review, "three", Ballot.FOR)).carried()).isTrue();
        assertThat(review.isHiddenFrom(voter("two"), false, Ties.NONE))
                .as("whatever other duty there is")
                .isTrue();
    }

    @Test
    void only_who_had_a_seat_when_it_was_handed_in_votes_and_reads_it_as_a_member() {
        var review = carried();
        var revised = revised(review, "manager", committee(seat("one"), seat("four")));

        assertThat(standing(review).carried()).as("by those who had one").isTrue();
        assertThat(review.isHiddenFrom(voter("four"), true, Ties.NONE)).isTrue();
        assertThat(vote(revised, "four", Ballot.FOR).submissions().getLast().votes()).hasSize(1);
        assertThatThrownBy(() -> vote(revised, "two", Ballot.FOR)).isInstanceOf(NotFound.class);
        assertThat(revised.isHiddenFrom(voter("four"), true, Ties.NONE)).isFalse();
        assertThat(revised.isHiddenFrom(voter("two"), true, Ties.NONE)).isTrue();
    }

    @Test
    void a_case_worker_with_a_seat_reads_what_either_reads_alone_and_no_more() {
        var review = underReview(committee(seat("one"), seat("two")));
        var member = caseWorkerAndMember("one", "mission");
        var itsOwner = new Ties("hamdilon", Set.of(), Set.of(member.pseudonym()));

        assertThat(ReadApplication.isShownTo(member, review, Ties.NONE)).isTrue();
        assertThat(ReadApplication.isShownTo(member, review, itsOwner)).isFalse();
        var seatless = caseWorkerAndMember("somebody", "mission");
        assertThat(ReadApplication.isShownTo(seatless, review, Ties.NONE)).isFalse();
        var hers = caseWorkerAndMember("somebody", "hamdilon");
        assertThat(ReadApplication.isShownTo(hers, review, Ties.NONE)).isTrue();
        assertThat(ReadApplication.readsAll(hers)).isFalse();
    }

    @Test
    void nobody_of_a_committee_reads_a_draft() {
        var draft = Draft.write(Proposals.tailor(), Proposals.studio(), "author").state();

        assertThat(draft.isHiddenFrom(voter("one"), true, Ties.NONE)).isTrue();
        assertThat(draft.isHiddenFrom(voter("one"), false, Ties.NONE)).isFalse();
    }

    @Test
    void a_vote_is_for_the_submission_that_it_names() {
        var revised = revised(underReview(), "manager", committee());

        assertThatThrownBy(() -> revised.vote(1, Ties.NONE, saying("one", Ballot.FOR)))
                .isInstanceOfSatisfying(
                        AnotherSubmission.class,
                        another -> assertThat(another.extensions()).containsEntry("submission", 2));
        assertThat(standing(vote(revised, "one", Ballot.FOR)).inFavour()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "editor", "submitter"})
    void nothing_is_handed_in_to_judges_whom_a_writer_chose(String writer) {
        var draft =
                Draft.write(Proposals.tailor(), Proposals.of(), "author")
                        .state()
                        .edit(Proposals.studio(), "editor")
                        .state();
        var friends = changedBy(List.of("manager", writer), seat("one"), seat("two"));

        assertThatThrownBy(() -> draft.submit(Reviews.ID, friends, "submitter", NOW))
                .isInstanceOf(OwnJudges.class);
        assertThat(draft.submit(Reviews.ID, committee(), "submitter", NOW).state().submissions())
                .hasSize(1);
    }

    @Test
    void what_was_sent_back_is_not_handed_in_to_judges_whom_a_writer_chose_since() {
        var sentBack = underReview().sendBack(revisionBy("manager")).state();
        var friends = changedBy(List.of("manager", "author"), seat("one"), seat("two"));

        assertThatThrownBy(() -> sentBack.submit(Reviews.ID, friends, "another", NOW))
                .isInstanceOf(OwnJudges.class);
    }

    @Test
    void who_has_or_assessed_the_case_does_not_choose_who_judges_it() {
        var draft = Draft.write(Proposals.tailor(), Proposals.studio(), "author").state();
        var ties = new Ties("umed", Set.of(), Set.of(pseudonym("owner"), pseudonym("assessor")));

        assertThatThrownBy(
                        () ->
                                draft.judgesChosenBy(
                                        Set.of(pseudonym("manager"), pseudonym("assessor")), ties))
                .isInstanceOf(OwnJudges.class);
        assertThatCode(() -> draft.judgesChosenBy(Set.of(pseudonym("manager")), ties))
                .doesNotThrowAnyException();
    }

    @Test
    void who_changed_the_committee_of_an_application_does_not_decide_it() {
        var friends = changedBy(List.of("manager", "stranger"), seat("one"), seat("two"));
        var changed = revised(underReview(), "manager", friends);
        var review = vote(vote(changed, "one", Ballot.FOR), "two", Ballot.FOR);
        var standing = standing(review);

        assertThatThrownBy(() -> review.approve(standing, UUID.randomUUID(), "stranger", NOW))
                .isInstanceOf(OwnCommittee.class);
        assertThatThrownBy(
                        () -> review.reject(Reviews.ID, standing, Secret.of("No"), "stranger", NOW))
                .isInstanceOf(OwnCommittee.class);
        assertThat(review.sendBack(revisionBy("stranger")).state())
                .as("it decides nothing, and may be the only way on")
                .isNotNull();
        assertThat(review.approve(standing, UUID.randomUUID(), "manager", NOW).state().grant())
                .isNotNull();
        assertThat(
                        carried()
                                .approve(standing(carried()), UUID.randomUUID(), "manager", NOW)
                                .state()
                                .standing())
                .as("who appointed the first decides")
                .isEqualTo(new Standing(2, 2, 0));
    }

    @Test
    void who_changed_the_committee_does_not_decide_whoever_changes_it_after_that() {
        var changers = List.of("manager", "stranger", "manager");
        var friends = changedBy(changers, seat("one"), seat("two"));
        var changed = revised(underReview(), "stranger", friends);
        var review = vote(vote(changed, "one", Ballot.FOR), "two", Ballot.FOR);
        var standing = standing(review);

        for (var changer : changers) {
            assertThatThrownBy(() -> review.approve(standing, UUID.randomUUID(), changer, NOW))
                    .isInstanceOf(OwnCommittee.class);
        }
        assertThat(review.approve(standing, UUID.randomUUID(), "another", NOW).state().grant())
                .isNotNull();
    }

    @Test
    void who_ever_changed_the_committee_of_another_fund_that_it_went_to_does_not_decide() {
        var elsewhere =
                new Committee(
                        UUID.randomUUID(),
                        2,
                        List.of(seat("one"), seat("two")),
                        List.of("stranger", "helper"),
                        Set.of("stranger", "helper"));
        var changed = revised(underReview(), "manager", elsewhere);
        var review = vote(vote(changed, "one", Ballot.FOR), "two", Ballot.FOR);
        var standing = standing(review);

        for (var changer : List.of("stranger", "helper")) {
            assertThatThrownBy(() -> review.approve(standing, UUID.randomUUID(), changer, NOW))
                    .isInstanceOf(OwnCommittee.class);
        }
        assertThat(review.approve(standing, UUID.randomUUID(), "manager", NOW).state().grant())
                .isNotNull();
    }

    @Test
    void a_member_is_told_its_state_but_nobody_without_a_seat_or_with_a_declared_interest() {
        var sentBack =
                carried().recuse(interestOf("three")).state().sendBack(revisionBy("manager"));
        var application = sentBack.state();

        assertThatThrownBy(() -> application.forMember("one").in(UnderReview.class))
                .isInstanceOf(StateConflict.class);
        assertThatThrownBy(() -> application.forMember("three")).isInstanceOf(Recused.class);
        assertThatThrownBy(() -> application.forMember("somebody")).isInstanceOf(NotFound.class);
        var draft = Draft.write(Proposals.tailor(), Proposals.studio(), "author").state();
        assertThatThrownBy(() -> draft.forMember("one")).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "three"})
    void who_voted_or_declared_an_interest_decides_nothing(String who) {
        var review = carried().recuse(interestOf("three")).state();
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
                revised(carried().recuse(interestOf("three")).state(), "manager", committee());

        assertThat(standing(revised)).isEqualTo(new Standing(2, 0, 0));
        assertThatThrownBy(() -> vote(revised, "three", Ballot.FOR)).isInstanceOf(Recused.class);
        assertThat(standing(vote(revised, "one", Ballot.FOR)).inFavour()).isEqualTo(1);
        assertThatThrownBy(() -> revised.approve(standing(revised), UUID.randomUUID(), "one", NOW))
                .as("a vote on an earlier submission is a vote")
                .isInstanceOf(VoterDecides.class);
    }

    @Test
    void who_said_what_to_change_has_advised_and_does_not_vote() {
        var revised = revised(underReview(), "three", committee());

        assertThatThrownBy(() -> vote(revised, "three", Ballot.FOR)).isInstanceOf(Recused.class);
    }

    @Test
    void what_was_sent_back_is_rejected_without_a_vote_by_who_had_no_hand_in_it() {
        var sentBack =
                vote(underReview(), "one", Ballot.FOR).sendBack(revisionBy("manager")).state();
        var standing = sentBack.standing(Ties.NONE);

        assertThatThrownBy(() -> reject(sentBack, "author")).isInstanceOf(OwnApplication.class);
        assertThatThrownBy(() -> reject(sentBack, "one")).isInstanceOf(VoterDecides.class);
        var rejected = reject(sentBack, "manager");
        assertThat(rejected.standing()).isEqualTo(standing).isEqualTo(new Standing(2, 1, 0));
        assertThat(rejected.proposal())
                .as("what was handed in last")
                .isEqualTo(sentBack.submissions().getLast().proposal());
    }

    private static Actor caseWorkerAndMember(String subject, String organisation) {
        var roles = Set.of("case-worker", "committee-member");
        return new Actor("issuer", subject, organisation, roles, Set.of("*"), Set.of(), null);
    }

    private static Rejected reject(HandedIn application, String who) {
        var standing = application.standing(Ties.NONE);
        return application.reject(Reviews.ID, standing, Secret.of("No"), who, NOW).state();
    }
}

package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.kit.test.Answer;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private final UUID tailor = BeneficiaryService.consentingTailor();
    private final UUID fund = Cases.fund("10000.00");

    @Test
    void the_committee_s_votes_carry_an_application_and_somebody_else_approves_it() {
        var application = Cases.submitted(tailor, fund);
        Staff.member(1).post(application + "/votes", Bodies.vote("FOR"));

        var tooSoon = Staff.programmeManager().ifMatch(3).post(application + "/approval", null);
        Staff.member(2).post(application + "/votes", Bodies.vote("FOR"));
        var approval = Staff.programmeManager().ifMatch(4).post(application + "/approval", null);

        assertThat(tooSoon.status()).isEqualTo(409);
        assertThat(tooSoon.problem()).isEqualTo("quorum-missing");
        assertThat(tooSoon.json().path("votes").asInt()).isEqualTo(1);
        assertThat(approval.status()).as("%s", approval).isEqualTo(201);
        var review = Staff.member(3).read(application + "/review").json();
        assertThat(review.at("/standing/inFavour").asInt()).isEqualTo(2);
        assertThat(review.at("/standing/carried").asBoolean()).isTrue();
        assertThat(review.path("votes").findValuesAsString("member"))
                .containsExactly("member-1", "member-2");
        assertThat(review.at("/votes/0/reason").asString())
                .isEqualTo(Bodies.vote("FOR").get("reason"));
        var late = Staff.member(3).post(application + "/votes", Bodies.vote("FOR"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("state").asString()).isEqualTo("APPROVED");
    }

    @Test
    void what_the_committee_does_not_carry_is_not_approved() {
        var application = Cases.voted(Cases.submitted(tailor, fund), "AGAINST");

        var approval = Staff.programmeManager().ifMatch(4).post(application + "/approval", null);

        assertThat(approval.problem()).isEqualTo("vote-not-carried");
        assertThat(Staff.member(1).read(application + "/review").json().at("/standing/against"))
                .hasToString("2");
    }

    @Test
    void votes_given_at_once_all_count_and_a_second_of_one_member_does_not() {
        var application = Cases.submitted(tailor, fund);

        var answers =
                AtOnce.all(
                        IntStream.of(1, 2, 3, 1)
                                .<Supplier<Answer>>mapToObj(
                                        n ->
                                                () ->
                                                        (n % 2 == 0
                                                                        ? Staff.member(n)
                                                                        : Staff.member(n)
                                                                                .elsewhere())
                                                                .post(
                                                                        application + "/votes",
                                                                        Bodies.vote("FOR")))
                                .toList());

        assertThat(answers)
                .extracting(Answer::status)
                .containsExactlyInAnyOrder(200, 200, 200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(Answer::problem)
                .containsExactly("already-voted");
        assertThat(Staff.member(1).read(application + "/review").json().at("/standing/inFavour"))
                .hasToString("3");
    }

    @Test
    void a_declared_interest_takes_the_vote_back_and_says_why_to_those_of_the_review() {
        var application = Cases.carried(tailor, fund);

        var declared = Staff.member(2).post(application + "/interests", Bodies.interest());

        assertThat(declared.status()).as("%s", declared).isEqualTo(200);
        assertThat(because(Staff.member(2), application)).isEqualTo("DECLARED");
        assertThat(
                        Staff.programmeManager()
                                .ifMatch(5)
                                .post(application + "/approval", null)
                                .problem())
                .isEqualTo("quorum-missing");
        var review = Staff.programmeManager().read(application + "/review").json();
        assertThat(review.at("/interests/0/member").asString()).isEqualTo("member-2");
        assertThat(review.at("/interests/0/reason").asString())
                .isEqualTo(Bodies.interest().get("reason"));
        Staff.member(3).post(application + "/votes", Bodies.vote("FOR"));
        assertThat(
                        Staff.programmeManager()
                                .ifMatch(6)
                                .post(application + "/approval", null)
                                .status())
                .isEqualTo(201);
    }

    @Test
    void an_application_goes_back_to_its_writers_and_each_submission_is_kept_and_compared() {
        var application = Cases.carried(tailor, fund);

        var sentBack =
                Staff.programmeManager()
                        .ifMatch(4)
                        .post(application + "/revision", Bodies.revision());
        var read = Staff.grantOfficer().read(application).json();
        var smaller =
                Bodies.proposal(
                        fund,
                        List.of(
                                Bodies.rent("500.00", 6),
                                Bodies.item("EQUIPMENT", Bodies.ITEM, 1, "2000.00")));
        Staff.grantOfficer().ifMatch(5).put(application, smaller);
        Staff.grantOfficer().ifMatch(6).post(application + "/submission", null);

        assertThat(sentBack.status()).as("%s", sentBack).isEqualTo(200);
        assertThat(read.path("state").asString()).isEqualTo("REVISION_REQUESTED");
        assertThat(read.at("/revision/by").asString()).isEqualTo("programme-manager-1");
        assertThat(read.at("/revision/what").asString()).isEqualTo(Bodies.revision().get("what"));
        var kept = Staff.grantOfficer().read(application + "/submissions").json().path("items");
        assertThat(kept.findValuesAsString("what")).containsExactly("Say who buys in summer");
        assertThat(kept.at("/0/total/amount").asString()).isEqualTo(Bodies.TOTAL);
        assertThat(kept.at("/0/changed")).isEmpty();
        assertThat(kept.at("/1/total/amount").asString()).isEqualTo("5000.00");
        assertThat(kept.at("/1/changed").toString()).isEqualTo("[\"/items/1\",\"/items/2\"]");
        var review = Staff.member(1).read(application + "/review").json();
        assertThat(review.path("votes")).isEmpty();
        assertThat(review.path("submission").asInt()).isEqualTo(2);
        assertThat(kept.findValuesAsString("number")).containsExactly("1", "2");
        var late = Staff.member(1).post(application + "/votes", Bodies.vote(1, "FOR"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("another-submission");
        assertThat(late.json().path("submission").asInt()).isEqualTo(2);
        assertThat(GrantTopic.of(Cases.idOf(application), 2).getLast())
                .isInstanceOfSatisfying(
                        ApplicationSubmitted.class,
                        told -> assertThat(told.requested().amount()).isEqualTo("5000.00"));
        Cases.voted(application, "FOR");
        assertThat(
                        Staff.programmeManager()
                                .ifMatch(9)
                                .post(application + "/approval", null)
                                .status())
                .isEqualTo(201);
    }

    @Test
    void a_fund_without_a_committee_grants_nothing_and_gets_one_once() {
        var bare = Cases.fundWithoutCommittee("10000.00");
        var draft = Cases.draft(tailor, bare);
        var committee = Cases.FUNDS + "/" + bare + "/committee";

        assertThat(Staff.grantOfficer().ifMatch(1).post(draft + "/submission", null).problem())
                .isEqualTo("committee-missing");
        assertThat(Staff.programmeManager().get(committee).status()).isEqualTo(404);
        var manager = Staff.programmeManager();
        var answers =
                AtOnce.all(
                        List.of(
                                () -> manager.post(committee, Bodies.committee()),
                                () -> manager.elsewhere().post(committee, Bodies.committee())));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(manager.get(committee).json().at("/members/2/subject").asString())
                .isEqualTo("member-3");
        assertThat(
                        manager.ifMatch(1)
                                .put(
                                        committee,
                                        Map.of(
                                                "quorum",
                                                3,
                                                "members",
                                                List.of(
                                                        Bodies.seat("one", "mission"),
                                                        Bodies.seat("two", "mission"))))
                                .problem())
                .isEqualTo("committee-impossible");
    }

    @Test
    void a_committee_that_is_changed_judges_only_what_is_handed_in_afterwards() {
        var application = Cases.carried(tailor, fund);
        var others =
                List.of(Bodies.seat("friend-1", "mission"), Bodies.seat("friend-2", "mission"));
        appoint(Map.of("quorum", 2, "members", others));
        var friend = member("friend-1", "mission");

        assertThat(friend.post(application + "/votes", Bodies.vote("AGAINST")).problem())
                .isEqualTo("not-found");
        assertThat(Staff.member(3).read(application + "/review").json().path("members").toString())
                .isEqualTo("[\"member-1\",\"member-2\",\"member-3\"]");

        var other = Staff.of("manager-2", "mission", List.of("programme-manager"), "*");
        other.ifMatch(4).post(application + "/revision", Bodies.revision());
        Staff.grantOfficer().ifMatch(5).post(application + "/submission", null);
        for (var who : List.of(friend, member("friend-2", "mission"))) {
            assertThat(who.post(application + "/votes", Bodies.vote(2, "FOR")).status())
                    .isEqualTo(200);
        }
        var changer = Staff.programmeManager().ifMatch(8).post(application + "/approval", null);
        assertThat(changer.status()).isEqualTo(403);
        assertThat(changer.problem()).isEqualTo("own-committee");
        assertThat(other.ifMatch(8).post(application + "/approval", null).status()).isEqualTo(201);
    }

    @Test
    void a_member_and_a_manager_read_all_of_it_and_another_duty_opens_the_application_alone() {
        var application = Cases.submitted(tailor, fund);

        for (var part : List.of("", "/submissions", "/review")) {
            assertThat(Staff.member(1).read(application + part).status()).isEqualTo(200);
            assertThat(Staff.programmeManager().read(application + part).status()).isEqualTo(200);
        }
        var monitor = member("stranger", "mission", "monitoring-officer");
        assertThat(monitor.read(application).status()).isEqualTo(200);
    }

    @Test
    void a_member_finds_in_the_list_what_there_is_to_vote_on_and_nothing_else() {
        appoint(
                Map.of(
                        "quorum",
                        2,
                        "members",
                        List.of(
                                Bodies.seat("member-1", "mission"),
                                Bodies.seat("member-2", "mission"),
                                Bodies.seat("partner", "hamdilon"))));
        var application = Cases.submitted(tailor, fund);
        var draft = Cases.draft(tailor, fund);
        Staff.member(2).post(application + "/interests", Bodies.interest());
        var both = member("member-2", "mission", "programme-manager");

        assertThat(listed(Staff.member(1))).containsExactly(Cases.idOf(application).toString());
        for (var other :
                List.of(
                        Staff.member(2),
                        member("partner", "hamdilon"),
                        member("stranger", "mission"),
                        member("stranger", "mission", "finance-officer"),
                        member("stranger", "mission", "case-worker"))) {
            assertThat(listed(other)).isEmpty();
        }
        assertThat(listed(member("member-1", "mission", "case-worker")))
                .as("of another organisation than hers, for her seat")
                .containsExactly(Cases.idOf(application).toString());
        assertThat(listed(member("stranger", "hamdilon", "case-worker")))
                .as("of her own, without a seat")
                .containsExactly(Cases.idOf(draft).toString(), Cases.idOf(application).toString());
        assertThat(listed(Staff.programmeManager()))
                .containsExactly(Cases.idOf(draft).toString(), Cases.idOf(application).toString());
        assertThat(listed(both))
                .as("who declared an interest, whatever other duty there is")
                .containsExactly(Cases.idOf(draft).toString());
    }

    @Test
    void who_names_a_person_is_not_told_how_much_of_hers_is_kept_from_a_member() {
        appoint(
                Map.of(
                        "quorum",
                        2,
                        "members",
                        List.of(
                                Bodies.seat("member-1", "mission"),
                                Bodies.seat("member-2", "mission"),
                                Bodies.seat("partner", "hamdilon"))));
        for (int i = 0; i < 2; i++) {
            var application = Cases.submitted(tailor, fund);
            var manager = Staff.programmeManager();
            manager.ifMatch(2).post(application + "/revision", Bodies.revision());
            manager.ifMatch(3).post(application + "/rejection", Bodies.rejection());
        }
        var list = Cases.APPLICATIONS + "?state=REJECTED&limit=1&beneficiary=";
        assertThat(Staff.member(1).read(list + tailor).json().path("next").isNull()).isFalse();

        var kept = member("partner", "hamdilon").read(list + tailor);

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body())
                .isEqualTo(member("partner", "hamdilon").read(list + UUID.randomUUID()).body());
    }

    @Test
    void of_a_person_one_application_under_a_programme_is_handed_in_until_it_is_decided() {
        var one = Cases.draft(tailor, fund);
        var other = Cases.draft(tailor, Cases.fund("10000.00"));
        var officer = Staff.grantOfficer().ifMatch(1);

        var answers =
                AtOnce.all(
                        List.of(
                                () -> officer.post(one + "/submission", null),
                                () -> officer.elsewhere().post(other + "/submission", null)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(Answer::problem)
                .containsExactly("application-open");
        boolean first = answers.getFirst().status() == 200;
        var open = first ? one : other;
        var waiting = first ? other : one;
        var manager = Staff.programmeManager();
        manager.ifMatch(2).post(open + "/revision", Bodies.revision());
        assertThat(officer.post(waiting + "/submission", null).problem())
                .as("it is not decided when it goes back")
                .isEqualTo("application-open");
        Staff.grantOfficer().ifMatch(3).post(open + "/submission", null);
        Cases.voted(open, "AGAINST");
        manager.ifMatch(6).post(open + "/rejection", Bodies.rejection());

        assertThat(officer.post(waiting + "/submission", null).status()).isEqualTo(200);
        Cases.voted(waiting, "FOR");
        assertThat(manager.ifMatch(4).post(waiting + "/approval", null).status()).isEqualTo(201);
        Cases.submitted(tailor, fund);
    }

    @Test
    void what_is_sent_back_and_never_handed_in_again_is_rejected_and_makes_room_for_another() {
        var stale = Cases.submitted(tailor, fund);
        var manager = Staff.programmeManager();
        manager.ifMatch(2).post(stale + "/revision", Bodies.revision());
        assertThat(manager.ifMatch(3).post(stale + "/rejection", Bodies.rejection()).status())
                .isEqualTo(200);
        assertThat(manager.read(stale).json().path("state").asString()).isEqualTo("REJECTED");

        Cases.submitted(tailor, fund);
    }

    private List<String> listed(Staff reader) {
        return reader.read(Cases.APPLICATIONS + "?beneficiary=" + tailor)
                .json()
                .path("items")
                .findValuesAsString("id");
    }

    private void appoint(Map<String, Object> committee) {
        var answer =
                Staff.programmeManager()
                        .ifMatch(1)
                        .put(Cases.FUNDS + "/" + fund + "/committee", committee);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private static Staff member(String subject, String organisation, String... more) {
        var roles = new ArrayList<>(List.of(more));
        roles.add("committee-member");
        return Staff.of(subject, organisation, roles, "*");
    }

    private static String because(Staff member, String application) {
        var answer = member.post(application + "/votes", Bodies.vote("FOR"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("recused");
        return answer.json().path("because").asString();
    }
}

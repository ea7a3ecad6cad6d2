package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.Catalogued;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void the_same_command_twenty_times_at_once_with_one_key_has_one_effect_and_one_answer() {
        var fund = Cases.fund("100000.00");
        var application = Cases.carried(BeneficiaryService.consentingTailor(), fund);
        var manager = Staff.programmeManager().ifMatch(4).key(UUID.randomUUID().toString());

        Supplier<Answer> here = () -> manager.post(application + "/approval", null);
        Supplier<Answer> there = () -> manager.elsewhere().post(application + "/approval", null);
        var answers =
                AtOnce.all(
                        Stream.of(Collections.nCopies(10, here), Collections.nCopies(10, there))
                                .flatMap(List::stream)
                                .toList());

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
        assertThat(answers)
                .extracting(Answer::location)
                .containsOnly(answers.getFirst().location());
        assertThat(reserved(fund)).isEqualTo(Bodies.TOTAL);
        assertThat(movements(fund)).isEqualTo(1);
        assertThat(GrantTopic.of(answers.getFirst().id(), 1)).hasSize(1);
    }

    @Test
    void a_repeated_create_is_answered_as_the_first_and_makes_nothing() {
        var key = UUID.randomUUID().toString();
        var officer = Staff.financeOfficer().key(key);

        var first = officer.post(Cases.FUNDS, Bodies.fund("100.00"));
        var again = officer.elsewhere().post(Cases.FUNDS, Bodies.fund("100.00"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void a_key_is_not_used_for_another_body() {
        var officer = Staff.financeOfficer().key(UUID.randomUUID().toString());
        officer.post(Cases.FUNDS, Bodies.fund("100.00"));

        var other = officer.post(Cases.FUNDS, Bodies.fund("200.00"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("key-reused");
    }

    @Test
    void a_command_without_a_key_is_refused() {
        var answer = Staff.financeOfficer().send("POST", Cases.FUNDS, Bodies.fund("100.00"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("key-required");
    }

    @Test
    void every_change_names_the_version_it_was_decided_on() {
        var fund = Cases.fund("10000.00");
        var application = Cases.submitted(BeneficiaryService.consentingTailor(), fund);

        var grant = Cases.granted(BeneficiaryService.consentingTailor(), Cases.fund("10000.00"));
        var item = grant + "/items/" + UUID.randomUUID();

        for (var change :
                List.of(
                        new Change(Staff.grantOfficer(), "PUT", application, Bodies.proposal(fund)),
                        new Change(Staff.grantOfficer(), "POST", application + "/submission", null),
                        new Change(
                                Staff.programmeManager(), "POST", application + "/approval", null),
                        new Change(
                                Staff.programmeManager(),
                                "POST",
                                application + "/rejection",
                                Bodies.rejection()),
                        new Change(
                                Staff.programmeManager(),
                                "POST",
                                application + "/revision",
                                Bodies.revision()),
                        new Change(
                                Staff.programmeManager(),
                                "PUT",
                                Cases.FUNDS + "/" + fund + "/committee",
                                Bodies.committee()),
                        new Change(
                                Staff.grantOfficer(),
                                "POST",
                                item + "/order",
                                Bodies.order("1.00")),
                        new Change(Staff.grantOfficer(), "POST", item + "/receipt", null),
                        new Change(
                                Staff.grantOfficer(),
                                "POST",
                                item + "/handover",
                                Bodies.handover()),
                        new Change(Staff.grantOfficer(), "POST", item + "/return", Bodies.reason()),
                        new Change(
                                Staff.financeOfficer(),
                                "POST",
                                item + "/return/confirmation",
                                null),
                        new Change(Staff.financeOfficer(), "POST", item + "/return/refusal", null),
                        new Change(
                                Staff.grantOfficer(),
                                "POST",
                                item + "/cancellation",
                                Bodies.reason()),
                        new Change(Staff.financeOfficer(), "POST", item + "/payments", null),
                        new Change(Staff.programmeManager(), "POST", grant + "/closure", null),
                        new Change(
                                Staff.financeOfficer(),
                                "POST",
                                Cases.FUNDS + "/" + fund + "/ceiling",
                                Bodies.ceiling("1.00")))) {
            assertThat(change.made(change.who()).status()).as("%s", change).isEqualTo(428);
            assertThat(change.made(change.who().ifMatch(99)).status())
                    .as("%s", change)
                    .isEqualTo(412);
        }
        assertThat(Staff.grantOfficer().read(application).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void every_problem_that_can_be_answered_is_published() {
        assertThat(Catalogued.missing("org.homeward.grant", RunningService.problems())).isEmpty();
        assertThat(Staff.nobody().get("/problems").body())
                .contains("fund-exhausted", "consent-missing", "own-application");
    }

    private record Change(Staff who, String method, String path, @Nullable Object body) {

        Answer made(Staff caller) {
            return method.equals("PUT") && body != null
                    ? caller.put(path, body)
                    : caller.post(path, body);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static String reserved(UUID fund) {
        return Staff.financeOfficer()
                .get(Cases.FUNDS + "/" + fund)
                .json()
                .at("/ledger/reserved/amount")
                .asString();
    }

    private static int movements(UUID fund) {
        return Cases.movements(fund, "").json().path("items").size();
    }
}

package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.kit.test.Answer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ConcurrentApprovalTest {

    @RepeatedTest(20)
    void of_two_approvals_at_once_against_a_fund_with_money_for_one_exactly_one_succeeds() {
        var fund = Cases.fund(Bodies.TOTAL);
        var one = Cases.carried(BeneficiaryService.consentingTailor(), fund);
        var other = Cases.carried(BeneficiaryService.consentingTailor(), fund);
        var manager = Staff.programmeManager().ifMatch(4);

        var answers =
                AtOnce.all(
                        List.of(
                                () -> manager.post(one + "/approval", null),
                                () -> manager.elsewhere().post(other + "/approval", null)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        var winner = answers.stream().filter(a -> a.status() == 201).findAny().orElseThrow();
        var loser = answers.stream().filter(a -> a.status() == 409).findAny().orElseThrow();
        assertThat(loser.problem()).isEqualTo("fund-exhausted");
        var ledger = Staff.financeOfficer().get(Cases.FUNDS + "/" + fund).json().path("ledger");
        assertThat(ledger.at("/reserved/amount").asString()).isEqualTo(Bodies.TOTAL);
        assertThat(ledger.at("/available/amount").asString()).isEqualTo("0.00");
        var movements = Cases.movements(fund, "").json().path("items");
        assertThat(movements.findValuesAsString("cause")).containsExactly(winner.id().toString());
        var waiting = answers.getFirst().status() == 409 ? one : other;
        assertThat(Staff.grantOfficer().read(waiting).json().path("state").asString())
                .isEqualTo("UNDER_REVIEW");
    }

    @Test
    void one_application_is_approved_once_however_many_approve_it_at_once() {
        var fund = Cases.fund("100000.00");
        var application = Cases.carried(BeneficiaryService.consentingTailor(), fund);
        var manager = Staff.programmeManager().ifMatch(4);

        var answers =
                AtOnce.all(
                        List.of(
                                () -> manager.post(application + "/approval", null),
                                () -> manager.elsewhere().post(application + "/approval", null),
                                () -> manager.post(application + "/approval", null),
                                () ->
                                        manager.elsewhere()
                                                .post(
                                                        application + "/revision",
                                                        Bodies.revision())));

        assertThat(answers).filteredOn(a -> a.status() < 300).hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.status() >= 300)
                .extracting(Answer::status)
                .containsOnly(412);
    }
}

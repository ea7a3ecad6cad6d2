package org.homeward.grant.inkind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.grant.inkind.Studio.DAY;
import static org.homeward.grant.inkind.Studio.GRANT;
import static org.homeward.grant.inkind.Studio.MACHINES;
import static org.homeward.grant.inkind.Studio.RENT;
import static org.homeward.grant.inkind.Studio.approved;
import static org.homeward.grant.inkind.Studio.by;
import static org.homeward.grant.inkind.Studio.on;
import static org.homeward.grant.inkind.Studio.reason;
import static org.homeward.grant.inkind.Studio.received;
import static org.homeward.grant.inkind.Studio.reserved;
import static org.homeward.grant.inkind.Studio.somoni;
import static org.homeward.grant.inkind.Studio.supplier;
import static org.homeward.grant.inkind.Studio.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Money;
import org.homeward.contracts.grant.Finding;
import org.homeward.contracts.grant.RentPaid;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.grant.fund.Movement;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RentTest {

    private static final UUID BILL = UUID.randomUUID();

    @Test
    void a_month_of_rent_is_committed_and_spent_and_told() {
        var paid = approved().pay(by("payer"), RENT, BILL);

        assertThat(paid.movements())
                .containsExactly(
                        new Movement(Movement.Kind.COMMITTED, BILL, somoni("500.00")),
                        new Movement(Movement.Kind.SPENT, BILL, somoni("500.00")));
        assertThat(paid.decision().events())
                .containsExactly(new RentPaid(GRANT, new Money("500.00", "TJS")));
    }

    @Test
    void who_approved_confirms_no_payment() {
        assertThatThrownBy(() -> approved().pay(by("manager"), RENT, BILL))
                .isInstanceOf(OwnApproval.class);
        assertThatThrownBy(() -> received().pay(by("manager"), MACHINES, BILL))
                .isInstanceOf(OwnApproval.class);
        assertThatThrownBy(() -> Studio.handedOver().pay(by("manager"), RENT, BILL))
                .isInstanceOf(OwnApproval.class);
    }

    @Test
    void who_approved_confirms_no_return() {
        var paid = reserved(received().pay(by("payer"), MACHINES, BILL));
        var back = reserved(paid.giveBack(by("officer"), MACHINES, reason()));

        assertThatThrownBy(() -> back.confirmReturn(by("manager"), MACHINES))
                .isInstanceOf(OwnApproval.class);
        assertThat(back.confirmReturn(by("payer"), MACHINES).movements()).hasSize(1);
    }

    @Test
    void only_the_first_month_is_paid_before_the_handover() {
        var waiting = reserved(approved().pay(by("payer"), RENT, BILL));

        assertThatThrownBy(() -> waiting.pay(on(DAY.plusMonths(1), "payer"), RENT, BILL))
                .isInstanceOfSatisfying(
                        RentNotDue.class,
                        refused ->
                                assertThat(refused.extensions())
                                        .containsEntry("because", "NOT_HANDED_OVER"));
    }

    @Test
    void each_month_is_due_a_month_after_the_one_before_however_late_that_was_paid() {
        var visited = visitedInTheFirstMonth(Finding.WORKING);
        var second = DAY.plusMonths(1);

        assertThatThrownBy(() -> visited.pay(on(second.minusDays(1), "payer"), RENT, BILL))
                .isInstanceOfSatisfying(
                        RentNotDue.class,
                        early ->
                                assertThat(early.extensions())
                                        .containsEntry("because", "TOO_EARLY")
                                        .containsEntry("day", second.toString()));
        var late = Studio.handedOver(visited.pay(on(second.plusDays(20), "payer"), RENT, BILL));
        assertThat(((Rent) late.item(RENT)).nextDay()).contains(DAY.plusMonths(2));
    }

    @Test
    void a_month_that_is_paid_late_waits_for_the_visits_planned_before_the_day_of_payment() {
        assertThat(Studio.handedOver().pay(on(DAY.plusMonths(1), "payer"), RENT, BILL).movements())
                .as("on the very day of the visit")
                .hasSize(2);
        assertThat(refusal(Studio.handedOver(), DAY.plusMonths(1).plusDays(1)))
                .isEqualTo("VISIT_MISSING");
        assertThat(refusal(visitedInTheFirstMonth(Finding.WORKING), DAY.plusMonths(4)))
                .isEqualTo("VISIT_MISSING");
    }

    @Test
    void no_more_months_are_paid_than_were_granted() {
        var grant = Studio.handedOver();
        for (var planned : List.of(VisitMonth.MONTH_1, VisitMonth.MONTH_3)) {
            grant =
                    Studio.handedOver(
                            grant.record(
                                    on(DAY.plusMonths(5), "monitor"),
                                    visit(planned, Finding.WORKING)));
        }
        for (int month = 1; month < 6; month++) {
            grant = Studio.handedOver(grant.pay(on(DAY.plusMonths(5), "payer"), RENT, BILL));
        }
        var paid = grant;

        assertThat(paid.item(RENT).state()).isEqualTo(ItemState.PAID);
        assertThatThrownBy(() -> paid.pay(on(DAY.plusMonths(6), "payer"), RENT, BILL))
                .isInstanceOf(StateConflict.class);
        assertThatThrownBy(() -> paid.cancel(by("officer"), RENT, reason()))
                .isInstanceOf(StateConflict.class);
    }

    @Test
    void what_is_given_up_of_it_is_free_again_and_no_more_is_paid() {
        var grant = reserved(approved().pay(by("payer"), RENT, BILL));

        var cancelled = grant.cancel(by("officer"), RENT, reason());

        assertThat(cancelled.movements())
                .containsExactly(new Movement(Movement.Kind.FREED, RENT, somoni("2500.00")));
        assertThatThrownBy(
                        () -> reserved(cancelled).pay(on(DAY.plusMonths(1), "payer"), RENT, BILL))
                .isInstanceOf(StateConflict.class);
    }

    @Test
    void rent_is_paid_and_not_ordered() {
        assertThatThrownBy(() -> approved().order(by("buyer"), RENT, somoni("1.00"), supplier()))
                .isInstanceOf(StateConflict.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPED", "NOT_FOUND"})
    void after_a_negative_visit_no_rent_is_due(Finding finding) {
        var visited = visitedInTheFirstMonth(finding);

        assertThat(refusal(visited, DAY.plusMonths(1))).isEqualTo("VISIT_NEGATIVE");
    }

    @ParameterizedTest
    @EnumSource(names = {"WORKING", "STRUGGLING"})
    void after_a_visit_that_found_it_alive_rent_is_due_until_the_next_is_missing(Finding finding) {
        var grant = visitedInTheFirstMonth(finding);
        for (int month = 1; month <= 3; month++) {
            grant = Studio.handedOver(grant.pay(on(DAY.plusMonths(month), "payer"), RENT, BILL));
        }

        assertThat(refusal(grant, DAY.plusMonths(4))).isEqualTo("VISIT_MISSING");
    }

    @Test
    void a_later_visit_that_found_it_alive_again_counts() {
        var grant = Studio.handedOver();
        for (var visit :
                new Visit[] {
                    visit(VisitMonth.MONTH_3, Finding.WORKING),
                    visit(VisitMonth.MONTH_1, Finding.STOPPED)
                }) {
            grant = Studio.handedOver(grant.record(on(DAY.plusMonths(4), "monitor"), visit));
        }

        assertThat(grant.pay(on(DAY.plusMonths(4), "payer"), RENT, BILL).movements()).hasSize(2);
    }

    private static HandedOver visitedInTheFirstMonth(Finding finding) {
        return Studio.handedOver(
                Studio.handedOver()
                        .record(
                                on(DAY.plusMonths(1), "monitor"),
                                visit(VisitMonth.MONTH_1, finding)));
    }

    private static Object refusal(HandedOver grant, LocalDate day) {
        try {
            grant.pay(on(day, "payer"), RENT, BILL);
        } catch (RentNotDue notDue) {
            return notDue.extensions().getOrDefault("because", "");
        }
        throw new AssertionError("it was paid");
    }
}

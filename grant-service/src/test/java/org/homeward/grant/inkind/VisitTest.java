package org.homeward.grant.inkind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.grant.inkind.Studio.DAY;
import static org.homeward.grant.inkind.Studio.GRANT;
import static org.homeward.grant.inkind.Studio.MACHINES;
import static org.homeward.grant.inkind.Studio.RENT;
import static org.homeward.grant.inkind.Studio.approved;
import static org.homeward.grant.inkind.Studio.by;
import static org.homeward.grant.inkind.Studio.handedOver;
import static org.homeward.grant.inkind.Studio.on;
import static org.homeward.grant.inkind.Studio.reason;
import static org.homeward.grant.inkind.Studio.received;
import static org.homeward.grant.inkind.Studio.reserved;
import static org.homeward.grant.inkind.Studio.signature;
import static org.homeward.grant.inkind.Studio.visit;

import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.contracts.grant.BusinessOutcomeRecorded;
import org.homeward.contracts.grant.Finding;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.contracts.grant.GrantHandedOver;
import org.homeward.contracts.grant.ItemHandedOver;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.contracts.grant.VisitRecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {

    private static final GrantHandedOver TOLD =
            new GrantHandedOver(GRANT, "REINT-26", "TJ-KT-SHAHRITUS", Sector.CLOTHING);

    @Test
    void a_grant_is_handed_over_with_the_last_thing_that_somebody_waited_for() {
        var machines = received().handOver(by("officer"), MACHINES, signature("A1", "A2"));
        var rent = reserved(machines).pay(by("payer"), RENT, UUID.randomUUID());

        assertThat(machines.decision().events())
                .containsExactly(new ItemHandedOver(GRANT, MACHINES));
        assertThat(rent.decision().events()).hasSize(2).contains(TOLD);
        assertThat(handedOver(rent).day()).isEqualTo(DAY);
    }

    @Test
    void what_was_cancelled_is_not_waited_for() {
        var machines = received().handOver(by("officer"), MACHINES, signature("A1", "A2"));

        assertThat(reserved(machines).cancel(by("officer"), RENT, reason()).decision().events())
                .containsExactly(TOLD);
    }

    @Test
    void visits_are_planned_from_the_day_of_the_handover() {
        assertThat(handedOver().plannedDay(VisitMonth.MONTH_1)).isEqualTo("2026-04-12");
        assertThat(handedOver().plannedDay(VisitMonth.MONTH_12)).isEqualTo("2027-03-12");
    }

    @Test
    void a_visit_tells_how_the_business_was_found_and_counts_of_who_works_there() {
        var found =
                handedOver()
                        .record(
                                on(DAY.plusMonths(1), "monitor"),
                                visit(VisitMonth.MONTH_1, Finding.STRUGGLING));
        var gone =
                handedOver()
                        .record(
                                on(DAY.plusMonths(1), "monitor"),
                                visit(VisitMonth.MONTH_1, Finding.NOT_FOUND));

        assertThat(found.decision().events())
                .containsExactly(
                        new VisitRecorded(GRANT, VisitMonth.MONTH_1, Finding.STRUGGLING),
                        new BusinessOutcomeRecorded(GRANT, VisitMonth.MONTH_1, 1, 2, 0));
        assertThat(gone.decision().events())
                .containsExactly(new VisitRecorded(GRANT, VisitMonth.MONTH_1, Finding.NOT_FOUND));
        assertThat(found.decision().state().toString()).doesNotContain("uniforms");
    }

    @Test
    void a_visit_is_made_on_its_day_or_later_and_recorded_afterwards_and_once() {
        var planned = DAY.plusMonths(3);
        var monitor = on(planned.plusDays(2), "monitor");

        assertThatThrownBy(
                        () ->
                                handedOver()
                                        .record(
                                                monitor,
                                                visit(
                                                        VisitMonth.MONTH_3,
                                                        planned.minusDays(1),
                                                        Finding.WORKING)))
                .isInstanceOf(VisitOutOfTime.class);
        assertThatThrownBy(
                        () ->
                                handedOver()
                                        .record(
                                                monitor,
                                                visit(
                                                        VisitMonth.MONTH_3,
                                                        planned.plusDays(3),
                                                        Finding.WORKING)))
                .isInstanceOf(VisitOutOfTime.class);
        var once =
                handedOver(
                        handedOver().record(monitor, visit(VisitMonth.MONTH_3, Finding.WORKING)));
        assertThatThrownBy(() -> once.record(monitor, visit(VisitMonth.MONTH_3, Finding.STOPPED)))
                .isInstanceOf(AlreadyVisited.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"buyer", "receiver", "officer", "payer"})
    void who_ordered_received_handed_over_or_paid_does_not_visit(String who) {
        var visit = visit(VisitMonth.MONTH_1, Finding.WORKING);

        assertThatThrownBy(() -> handedOver().record(on(DAY.plusMonths(1), who), visit))
                .isInstanceOf(OwnVisit.class);
    }

    @Test
    void who_visited_does_not_pay_the_rent_that_is_due_by_it() {
        var day = DAY.plusMonths(1);
        var visit = visit(VisitMonth.MONTH_1, Finding.WORKING);
        var visited = handedOver(handedOver().record(on(day, "monitor"), visit));

        assertThatThrownBy(() -> visited.pay(on(day, "monitor"), RENT, UUID.randomUUID()))
                .isInstanceOf(OwnVisit.class);
        assertThat(visited.pay(on(day, "payer"), RENT, UUID.randomUUID()).movements()).hasSize(2);
    }

    @Test
    void a_grant_is_closed_when_all_is_paid_and_every_visit_recorded() {
        var end = on(DAY.plusMonths(12), "monitor");
        var visited = handedOver();
        for (var planned : VisitMonth.values()) {
            var soFar = visited;
            assertThatThrownBy(() -> soFar.close(end)).isInstanceOf(GrantUnfinished.class);
            visited = handedOver(visited.record(end, visit(planned, Finding.WORKING)));
        }
        var unpaid = visited;

        assertThatThrownBy(() -> unpaid.close(end))
                .isInstanceOfSatisfying(
                        GrantUnfinished.class,
                        unfinished ->
                                assertThat(unfinished.extensions().get("missing"))
                                        .hasToString("[PAYMENTS]"));
        var settled = handedOver(unpaid.cancel(end, RENT, reason())).close(end);
        assertThat(settled.decision().events()).containsExactly(new GrantClosed(GRANT));
        assertThat(settled.decision().state()).isInstanceOf(Closed.class);
    }

    @Test
    void a_grant_of_which_nothing_came_is_closed_when_all_of_it_is_cancelled() {
        var half = reserved(approved().cancel(by("officer"), RENT, reason()));

        assertThatThrownBy(() -> half.close(by("manager"))).isInstanceOf(GrantUnfinished.class);
        var none = reserved(half.cancel(by("officer"), MACHINES, reason()));
        assertThat(none.close(by("manager")).decision().state()).isInstanceOf(Closed.class);
    }
}

package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.grant.BusinessOutcomeRecorded;
import org.homeward.contracts.grant.Finding;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.contracts.grant.GrantHandedOver;
import org.homeward.contracts.grant.ItemHandedOver;
import org.homeward.contracts.grant.RentPaid;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.contracts.grant.VisitRecorded;
import org.homeward.kit.test.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Grants of six months' rent, two machines and cloth: the first, second and third item. */
class InKindTest {

    private final UUID fund = Cases.fund("10000.00");
    private final String grant = Cases.granted(BeneficiaryService.consentingTailor(), fund);

    @Test
    void a_grant_is_bought_handed_over_visited_and_closed_and_each_step_is_told() {
        var id = Cases.idOf(grant);
        done(Staff.financeOfficer(), item(0) + "/payments", null);
        buy(1, "3900.00");
        done(Staff.grantOfficer(), item(1) + "/handover", Bodies.handover("JK-1", "JK-2"));
        buy(2, "1100.50");
        done(Staff.grantOfficer(), item(2) + "/handover", Bodies.handover());

        var handedOver = read();
        assertThat(handedOver.path("state").asString()).isEqualTo("HANDED_OVER");
        assertThat(handedOver.at("/items/1/state").asString()).isEqualTo("HANDED_OVER");
        assertThat(handedOver.at("/items/1/price/amount").asString()).isEqualTo("3900.00");
        var day = LocalDate.parse(handedOver.path("handedOver").asString());
        assertThat(handedOver.at("/visits/3/day").asString())
                .isEqualTo(day.plusMonths(12).toString());
        assertThat(ledger("reserved")).isEqualTo("2500.00");
        assertThat(ledger("committed")).isEqualTo("0.00");
        assertThat(ledger("spent")).isEqualTo("5500.50");
        assertThat(ledger("available")).isEqualTo("1999.50");

        Cases.daysPass(Duration.ofDays(367));
        for (var planned : VisitMonth.values()) {
            var made = day.plusMonths(planned.months());
            var answer =
                    Staff.in("monitoring-officer")
                            .post(grant + "/visits", Bodies.visit(planned.name(), made));
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        }
        for (int month = 2; month <= 6; month++) {
            done(Staff.financeOfficer(), item(0) + "/payments", null);
        }
        done(Staff.programmeManager(), grant + "/closure", null);

        assertThat(read().path("state").asString()).isEqualTo("CLOSED");
        assertThat(ledger("reserved")).isEqualTo("0.00");
        assertThat(ledger("spent")).isEqualTo("8000.50");
        var told = GrantTopic.of(id, 19);
        var rent = new RentPaid(id, new Money("500.00", "TJS"));
        assertThat(told.subList(1, 5))
                .containsExactly(
                        rent,
                        new ItemHandedOver(id, UUID.fromString(itemId(1))),
                        new ItemHandedOver(id, UUID.fromString(itemId(2))),
                        new GrantHandedOver(id, "REINT-26", "TJ-KT-SHAHRITUS", Sector.CLOTHING));
        assertThat(told.subList(5, 7))
                .containsExactly(
                        new VisitRecorded(id, VisitMonth.MONTH_1, Finding.WORKING),
                        new BusinessOutcomeRecorded(id, VisitMonth.MONTH_1, 1, 2, 0));
        assertThat(told.subList(13, 18)).containsOnly(rent);
        assertThat(told.getLast()).isEqualTo(new GrantClosed(id));
        var visits =
                Staff.in("monitoring-officer")
                        .with("Homeward-Purpose", "monitoring")
                        .get(grant + "/visits");
        assertThat(visits.json().path("items")).hasSize(4);
        assertThat(visits.json().at("/items/0/nextStep").asString()).isEqualTo(Bodies.NEXT_STEP);
        assertThat(visits.json().at("/items/0/incomeNow/amount").asString()).isEqualTo("900.00");
    }

    @Test
    void what_is_cancelled_or_given_back_is_available_again_and_each_movement_has_its_cause() {
        buy(1, "3900.00");
        done(Staff.grantOfficer(), item(1) + "/return", Bodies.reason());
        assertThat(read().at("/items/1/state").asString()).isEqualTo("RETURNING");
        done(Staff.financeOfficer(), item(1) + "/return/refusal", null);
        var here = attempt(Staff.financeOfficer(), item(1) + "/return/confirmation", null);
        assertThat(here.status()).isEqualTo(409);
        assertThat(here.json().path("state").asString()).isEqualTo("RECEIVED");
        done(Staff.grantOfficer(), item(1) + "/return", Bodies.reason());
        assertThat(ledger("spent")).isEqualTo("3900.00");
        done(Staff.financeOfficer(), item(1) + "/return/confirmation", null);
        done(Staff.grantOfficer(), item(2) + "/cancellation", Bodies.reason());
        done(Staff.grantOfficer(), item(0) + "/cancellation", Bodies.reason());

        assertThat(ledger("available")).isEqualTo("10000.00");
        var movements = Cases.movements(fund, "").json().path("items");
        assertThat(movements.findValuesAsString("kind"))
                .containsExactlyInAnyOrder(
                        "RESERVED", "COMMITTED", "FREED", "SPENT", "RETURNED", "FREED", "FREED");
        assertThat(movements.findValuesAsString("cause"))
                .contains(Cases.idOf(grant).toString(), itemId(0), itemId(1), itemId(2));
        assertThat(Cases.sumOfMovements(movements)).isEqualTo(Map.of());
        done(Staff.programmeManager(), grant + "/closure", null);
        assertThat(GrantTopic.of(Cases.idOf(grant), 2).getLast())
                .isEqualTo(new GrantClosed(Cases.idOf(grant)));
    }

    @Test
    void a_signature_proves_one_handover() {
        buy(1, "3900.00");
        buy(2, "1100.50");
        var scan = UUID.randomUUID();
        var hash = "a1".repeat(16) + scan.toString().replace("-", "");
        done(
                Staff.grantOfficer(),
                item(1) + "/handover",
                Bodies.handover(scan, hash, "JK-1", "JK-2"));

        for (var reused :
                List.of(
                        Bodies.handover(scan, "b2".repeat(32)),
                        Bodies.handover(UUID.randomUUID(), hash))) {
            var again = attempt(Staff.grantOfficer(), item(2) + "/handover", reused);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.problem()).isEqualTo("evidence-used");
        }
        done(Staff.grantOfficer(), item(2) + "/handover", Bodies.handover());
    }

    @Test
    void one_signature_at_once_for_two_grants_proves_one() {
        var other = Cases.granted(BeneficiaryService.consentingTailor(), Cases.fund("10000.00"));
        for (var machines : List.of(item(1), itemOf(other, 1))) {
            var officer = with("buyer", "grant-officer");
            officer.ifMatch(1).post(machines + "/order", Bodies.order("3900.00"));
            Staff.grantOfficer().ifMatch(2).post(machines + "/receipt", null);
        }
        var signed = Bodies.handover("JK-1", "JK-2");
        var officer = Staff.grantOfficer().ifMatch(3);
        var mine = item(1) + "/handover";
        var others = itemOf(other, 1) + "/handover";

        var answers =
                AtOnce.all(
                        List.of(
                                () -> officer.post(mine, signed),
                                () -> officer.elsewhere().post(others, signed)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(Answer::problem)
                .containsExactly("evidence-used");
    }

    @Test
    void a_step_out_of_order_and_a_price_too_high_are_refused_and_move_nothing() {
        assertThat(
                        attempt(Staff.grantOfficer(), item(1) + "/order", Bodies.order("4000.01"))
                                .problem())
                .isEqualTo("price-above-grant");
        var early = attempt(Staff.grantOfficer(), item(1) + "/receipt", null);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("state").asString()).isEqualTo("REQUESTED");
        var ofRent = attempt(Staff.grantOfficer(), item(0) + "/order", Bodies.order("1.00"));
        assertThat(ofRent.json().path("state").asString()).isEqualTo("RUNNING");
        done(Staff.financeOfficer(), item(0) + "/payments", null);
        var second = attempt(Staff.financeOfficer(), item(0) + "/payments", null);
        assertThat(second.problem()).isEqualTo("rent-not-due");
        assertThat(second.json().path("because").asString()).isEqualTo("TOO_EARLY");
        var visit =
                Staff.in("monitoring-officer")
                        .post(grant + "/visits", Bodies.visit("MONTH_1", LocalDate.EPOCH));
        assertThat(visit.json().path("state").asString()).isEqualTo("RESERVED");
        assertThat(attempt(Staff.programmeManager(), grant + "/closure", null).problem())
                .isEqualTo("grant-unfinished");
        assertThat(
                        attempt(
                                        Staff.grantOfficer(),
                                        grant + "/items/" + UUID.randomUUID() + "/receipt",
                                        null)
                                .status())
                .isEqualTo(404);
        assertThat(ledger("reserved")).isEqualTo("7600.50");
        assertThat(ledger("spent")).isEqualTo("500.00");
    }

    @Test
    void after_a_visit_that_found_nobody_no_rent_is_paid_and_the_rest_can_be_freed() {
        done(Staff.financeOfficer(), item(0) + "/payments", null);
        done(Staff.grantOfficer(), item(1) + "/cancellation", Bodies.reason());
        done(Staff.grantOfficer(), item(2) + "/cancellation", Bodies.reason());
        var day = LocalDate.parse(read().path("handedOver").asString());
        Cases.daysPass(Duration.ofDays(62));

        var unseen = attempt(Staff.financeOfficer(), item(0) + "/payments", null);
        assertThat(unseen.json().path("because").asString()).isEqualTo("VISIT_MISSING");
        var gone = new HashMap<>(Bodies.visit("MONTH_1", day.plusMonths(1)));
        gone.put("finding", "NOT_FOUND");
        var stale = Staff.financeOfficer().ifMatch(version());
        var monitor = Staff.in("monitoring-officer");
        assertThat(monitor.post(grant + "/visits", gone).status()).isEqualTo(200);
        assertThat(monitor.post(grant + "/visits", gone).problem()).isEqualTo("already-visited");
        assertThat(
                        monitor.post(grant + "/visits", Bodies.visit("MONTH_3", day.plusMonths(1)))
                                .problem())
                .isEqualTo("visit-out-of-time");

        assertThat(stale.post(item(0) + "/payments", null).status()).isEqualTo(412);
        var refused = attempt(Staff.financeOfficer(), item(0) + "/payments", null);
        assertThat(refused.problem()).isEqualTo("rent-not-due");
        assertThat(refused.json().path("because").asString()).isEqualTo("VISIT_NEGATIVE");
        done(Staff.grantOfficer(), item(0) + "/cancellation", Bodies.reason());
        assertThat(ledger("available")).isEqualTo("9500.00");
    }

    @Test
    void what_is_ordered_cancelled_and_approved_at_once_adds_up_and_is_never_beyond_the_ceiling() {
        var tailor = BeneficiaryService.consentingTailor();
        // enough for a third grant only once the second gave up its machines and the first saved
        // some
        var busy = Cases.fund("20202.00");
        var one = Cases.granted(tailor, busy);
        var other = Cases.granted(tailor, busy);
        var third = Cases.carried(tailor, busy);
        var ceiling = Cases.FUNDS + "/" + busy + "/ceiling";
        var officer = Staff.grantOfficer().ifMatch(1);
        var manager = Staff.programmeManager().ifMatch(4);
        var order = itemOf(one, 1) + "/order";
        var cancellation = itemOf(other, 1) + "/cancellation";

        var answers =
                AtOnce.all(
                        List.of(
                                () -> officer.post(order, Bodies.order("3900.00")),
                                () -> officer.elsewhere().post(order, Bodies.order("3900.00")),
                                () -> officer.post(cancellation, Bodies.reason()),
                                () -> officer.elsewhere().post(cancellation, Bodies.reason()),
                                () -> manager.post(third + "/approval", null),
                                () -> manager.elsewhere().post(third + "/approval", null),
                                () ->
                                        Staff.financeOfficer()
                                                .ifMatch(3)
                                                .post(ceiling, Bodies.ceiling("16201.00"))));

        assertThat(answers.subList(0, 4))
                .extracting(Answer::status)
                .containsExactlyInAnyOrder(200, 412, 200, 412);
        assertThat(answers.subList(4, 7)).extracting(Answer::status).isSubsetOf(200, 201, 409, 412);
        var sums = Cases.sumOfMovements(Cases.movements(busy, "?limit=100").json().path("items"));
        var used = BigDecimal.ZERO;
        for (var part : List.of("reserved", "committed", "spent")) {
            var sum = sums.getOrDefault(part, BigDecimal.ZERO);
            assertThat(new BigDecimal(ledger(busy, part))).as(part).isEqualByComparingTo(sum);
            used = used.add(sum);
        }
        assertThat(new BigDecimal(ledger(busy, "ceiling")).subtract(used))
                .isEqualByComparingTo(ledger(busy, "available"))
                .isNotNegative();
    }

    private void buy(int index, String price) {
        done(with("buyer", "grant-officer"), item(index) + "/order", Bodies.order(price));
        done(Staff.grantOfficer(), item(index) + "/receipt", null);
        done(Staff.financeOfficer(), item(index) + "/payments", null);
    }

    private void done(Staff who, String path, @Nullable Object body) {
        var answer = attempt(who, path, body);
        assertThat(answer.status()).as("%s %s", path, answer).isEqualTo(200);
    }

    /** On the grant's present version. */
    private Answer attempt(Staff who, String path, @Nullable Object body) {
        return who.ifMatch(version()).post(path, body);
    }

    private long version() {
        return read().path("version").asLong();
    }

    private JsonNode read() {
        return Staff.grantOfficer().read(grant).json();
    }

    private String item(int index) {
        return itemOf(grant, index);
    }

    private String itemId(int index) {
        return Cases.idOf(item(index)).toString();
    }

    private static String itemOf(String grant, int index) {
        var items = Staff.grantOfficer().read(grant).json().path("items");
        return grant + "/items/" + items.path(index).path("id").asString();
    }

    private String ledger(String part) {
        return ledger(fund, part);
    }

    private static String ledger(UUID fund, String part) {
        return Staff.financeOfficer()
                .get(Cases.FUNDS + "/" + fund)
                .json()
                .at("/ledger/" + part + "/amount")
                .asString();
    }

    private static Staff with(String subject, String... roles) {
        return Staff.of(subject, "mission", List.of(roles), "*");
    }
}

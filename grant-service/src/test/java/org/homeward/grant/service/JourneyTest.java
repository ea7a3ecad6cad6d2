package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.grant.ApplicationRejected;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.contracts.grant.FundCeilingChanged;
import org.homeward.contracts.grant.FundOpened;
import org.homeward.contracts.grant.GrantApproved;
import org.junit.jupiter.api.Test;

class JourneyTest {

    @Test
    void an_application_is_written_submitted_and_approved_and_its_money_is_reserved() {
        var tailor = BeneficiaryService.consentingTailor();
        var fund = Cases.fund("10000.00");
        var application = Cases.carried(tailor, fund);

        var approval = Staff.programmeManager().ifMatch(4).post(application + "/approval", null);

        assertThat(approval.status()).as("%s", approval).isEqualTo(201);
        var grant = approval.id();
        assertThat(approval.location()).isEqualTo("/api/v1/grants/" + grant);
        assertThat(GrantTopic.of(fund, 1))
                .containsExactly(new FundOpened(fund, "REINT-26", new Money("10000.00", "TJS")));
        assertThat(GrantTopic.of(Cases.idOf(application), 1))
                .containsExactly(
                        new ApplicationSubmitted(
                                Cases.idOf(application),
                                tailor,
                                "REINT-26",
                                "TJ-KT-SHAHRITUS",
                                Sector.CLOTHING,
                                new Money(Bodies.TOTAL, "TJS")));
        assertThat(GrantTopic.of(grant, 1))
                .containsExactly(
                        new GrantApproved(
                                grant,
                                Cases.idOf(application),
                                tailor,
                                fund,
                                "REINT-26",
                                "TJ-KT-SHAHRITUS",
                                Sector.CLOTHING,
                                new Money(Bodies.TOTAL, "TJS"),
                                false));
    }

    @Test
    void the_ledger_shows_what_an_approval_reserved_and_for_which_grant() {
        var fund = Cases.fund("10000.00");
        var application = Cases.carried(BeneficiaryService.consentingTailor(), fund);

        var grant = Staff.programmeManager().ifMatch(4).post(application + "/approval", null).id();

        var ledger = Staff.financeOfficer().get(Cases.FUNDS + "/" + fund).json().path("ledger");
        assertThat(ledger.at("/ceiling/amount").asString()).isEqualTo("10000.00");
        assertThat(ledger.at("/reserved/amount").asString()).isEqualTo(Bodies.TOTAL);
        assertThat(ledger.at("/committed/amount").asString()).isEqualTo("0.00");
        assertThat(ledger.at("/spent/amount").asString()).isEqualTo("0.00");
        assertThat(ledger.at("/available/amount").asString()).isEqualTo("1899.50");
        assertThat(ledger.at("/available/currency").asString()).isEqualTo("TJS");
        var movements = Cases.movements(fund, "").json();
        assertThat(movements.path("items")).hasSize(1);
        assertThat(movements.at("/items/0/kind").asString()).isEqualTo("RESERVED");
        assertThat(movements.at("/items/0/cause").asString()).isEqualTo(grant.toString());
        assertThat(movements.at("/items/0/amount/amount").asString()).isEqualTo(Bodies.TOTAL);
    }

    @Test
    void the_movements_of_a_fund_are_paged_newest_first_and_add_up_to_its_ledger() {
        var fund = Cases.fund("30000.00");
        var tailor = BeneficiaryService.consentingTailor();
        var grants = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var application = Cases.carried(tailor, fund);
            grants.addFirst(
                    Staff.programmeManager()
                            .ifMatch(4)
                            .post(application + "/approval", null)
                            .id()
                            .toString());
        }

        var causes = new ArrayList<String>();
        var sum = BigDecimal.ZERO;
        var next = "";
        do {
            var part = Cases.movements(fund, "?limit=1" + next).json();
            causes.addAll(part.path("items").findValuesAsString("cause"));
            sum = sum.add(new BigDecimal(part.at("/items/0/amount/amount").asString()));
            next = part.path("next").isString() ? "&cursor=" + part.path("next").asString() : "";
        } while (!next.isEmpty());

        assertThat(causes).isEqualTo(grants);
        assertThat(
                        Staff.financeOfficer()
                                .get(Cases.FUNDS + "/" + fund)
                                .json()
                                .at("/ledger/reserved/amount")
                                .asString())
                .isEqualTo(sum.toPlainString());
        var other = Cases.fund("1.00");
        var first = Cases.movements(fund, "?limit=1").json().path("next").asString();
        assertThat(Cases.movements(other, "?limit=1&cursor=" + first).problem())
                .isEqualTo("invalid-cursor");
    }

    @Test
    void a_grant_is_read_as_it_was_approved() {
        var fund = Cases.fund("10000.00");
        var application = Cases.carried(BeneficiaryService.consentingTailor(), fund);

        var approval = Staff.programmeManager().ifMatch(4).post(application + "/approval", null);

        var grant = Staff.grantOfficer().read(approval.location());
        assertThat(grant.header("ETag")).isEqualTo("\"1\"");
        assertThat(grant.json().path("state").asString()).isEqualTo("RESERVED");
        assertThat(grant.json().path("application").asString())
                .isEqualTo(Cases.idOf(application).toString());
        assertThat(grant.json().at("/amount/amount").asString()).isEqualTo(Bodies.TOTAL);
        assertThat(Staff.grantOfficer().read("/api/v1/grants?limit=1").json().at("/items/0"))
                .isEqualTo(grant.json());
        var approved = Staff.grantOfficer().read(application).json();
        assertThat(approved.path("state").asString()).isEqualTo("APPROVED");
        assertThat(approved.at("/decision/grant").asString()).isEqualTo(approval.id().toString());
    }

    @Test
    void a_draft_is_changed_until_it_is_submitted_and_read_as_it_was_written() {
        var fund = Cases.fund("10000.00");
        var tailor = BeneficiaryService.consentingTailor();
        var empty = Map.of("beneficiary", tailor, "proposal", Bodies.proposal(fund, List.of()));
        var draft =
                Cases.APPLICATIONS
                        + "/"
                        + Staff.grantOfficer().post(Cases.APPLICATIONS, empty).id();

        assertThat(Staff.grantOfficer().ifMatch(1).post(draft + "/submission", null).problem())
                .isEqualTo("nothing-requested");
        var edited = Staff.grantOfficer().ifMatch(1).put(draft, Bodies.proposal(fund));

        assertThat(edited.status()).as("%s", edited).isEqualTo(200);
        var read = Staff.grantOfficer().read(draft);
        assertThat(read.header("ETag")).isEqualTo("\"2\"");
        assertThat(read.json().path("state").asString()).isEqualTo("DRAFT");
        assertThat(read.json().at("/total/amount").asString()).isEqualTo(Bodies.TOTAL);
        assertThat(read.json().at("/proposal/plan/activity").asString()).isEqualTo(Bodies.ACTIVITY);
        assertThat(read.json().at("/proposal/items/0/months").asInt()).isEqualTo(6);
        assertThat(read.json().at("/proposal/items/1/description").asString())
                .isEqualTo(Bodies.ITEM);
        var asRead = read.json().path("proposal").toString();
        Staff.grantOfficer().ifMatch(2).put(draft, asRead);
        assertThat(Staff.grantOfficer().read(draft).json().path("proposal").toString())
                .isEqualTo(asRead);
        Staff.grantOfficer().ifMatch(3).post(draft + "/submission", null);
        var late = Staff.grantOfficer().ifMatch(4).put(draft, Bodies.proposal(fund));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("state").asString()).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void a_rejection_keeps_the_money_and_its_reason_to_itself() {
        var fund = Cases.fund("10000.00");
        var tailor = BeneficiaryService.consentingTailor();
        var application = Cases.voted(Cases.submitted(tailor, fund), "AGAINST");

        var rejection =
                Staff.programmeManager()
                        .ifMatch(4)
                        .post(application + "/rejection", Bodies.rejection());

        assertThat(rejection.status()).as("%s", rejection).isEqualTo(200);
        assertThat(GrantTopic.of(Cases.idOf(application), 2).getLast())
                .isEqualTo(new ApplicationRejected(Cases.idOf(application), tailor, "REINT-26"));
        assertThat(available(fund)).isEqualTo("10000.00");
        assertThat(Staff.grantOfficer().read(application).json().at("/decision/reason").asString())
                .isEqualTo(Bodies.rejection().get("reason"));
        assertThat(
                        Staff.programmeManager()
                                .ifMatch(5)
                                .post(application + "/approval", null)
                                .problem())
                .isEqualTo("state-conflict");
    }

    @Test
    void a_ceiling_is_changed_down_to_what_is_in_use() {
        var fund = Cases.fund("10000.00");
        var application = Cases.carried(BeneficiaryService.consentingTailor(), fund);
        Staff.programmeManager().ifMatch(4).post(application + "/approval", null);
        var ceiling = Cases.FUNDS + "/" + fund + "/ceiling";

        var below = Staff.financeOfficer().ifMatch(2).post(ceiling, Bodies.ceiling("8100.49"));
        var exact = Staff.financeOfficer().ifMatch(2).post(ceiling, Bodies.ceiling("8100.50"));

        assertThat(below.status()).isEqualTo(409);
        assertThat(below.problem()).isEqualTo("ceiling-below-use");
        assertThat(exact.status()).as("%s", exact).isEqualTo(200);
        assertThat(available(fund)).isEqualTo("0.00");
        assertThat(GrantTopic.of(fund, 2).getLast())
                .isEqualTo(new FundCeilingChanged(fund, new Money("8100.50", "TJS")));
    }

    @Test
    void an_application_is_found_by_its_state_and_its_beneficiary() {
        var fund = Cases.fund("20000.00");
        var tailor = BeneficiaryService.consentingTailor();
        var draft = Cases.draft(tailor, fund);
        var submitted = Cases.submitted(tailor, fund);
        var list = Cases.APPLICATIONS + "?beneficiary=" + tailor;

        assertThat(Staff.grantOfficer().read(list).json().path("items").findValuesAsString("id"))
                .containsExactly(Cases.idOf(submitted).toString(), Cases.idOf(draft).toString());
        assertThat(
                        Staff.grantOfficer()
                                .read(list + "&state=DRAFT")
                                .json()
                                .path("items")
                                .findValuesAsString("id"))
                .containsExactly(Cases.idOf(draft).toString());
        var first = Staff.grantOfficer().read(list + "&limit=1").json();
        var second =
                Staff.grantOfficer()
                        .read(list + "&limit=1&cursor=" + first.path("next").asString())
                        .json();
        assertThat(second.at("/items/0/id").asString()).isEqualTo(Cases.idOf(draft).toString());
        assertThat(second.path("next").isNull() || second.path("next").isMissingNode()).isTrue();
    }

    @Test
    void there_is_no_fund_for_a_programme_that_was_not_told_of_until_it_is() {
        var fund = new HashMap<>(Bodies.fund("100.00"));
        fund.put("programme", "LATER-26");
        fund.put("id", UUID.randomUUID());

        var early = Staff.financeOfficer().post(Cases.FUNDS, fund);
        BeneficiaryService.hasOpened("LATER-26");
        var late = Staff.financeOfficer().post(Cases.FUNDS, fund);

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.problem()).isEqualTo("programme-unknown");
        assertThat(early.body()).doesNotContain("LATER-26");
        assertThat(late.status()).as("%s", late).isEqualTo(201);
    }

    @Test
    void a_client_may_give_the_id_and_gives_it_once() {
        var id = UUID.randomUUID();
        var fund = new HashMap<>(Bodies.fund("100.00"));
        fund.put("id", id);

        assertThat(Staff.financeOfficer().post(Cases.FUNDS, fund).id()).isEqualTo(id);
        assertThat(Staff.financeOfficer().post(Cases.FUNDS, fund).problem())
                .isEqualTo("already-exists");
    }

    private static String available(UUID fund) {
        return Staff.financeOfficer()
                .get(Cases.FUNDS + "/" + fund)
                .json()
                .at("/ledger/available/amount")
                .asString();
    }
}

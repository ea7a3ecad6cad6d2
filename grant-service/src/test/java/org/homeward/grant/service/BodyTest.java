package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that are not right name the field that is wrong, and change nothing. */
class BodyTest {

    private static final UUID NOBODY = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /programme          | "reint-26"
                    /programme          | "26-REINT"
                    /programme          | "-REINT"
                    /programme          | null
                    /donor              | "A"
                    /donor              | 7
                    /ceiling            | null
                    /ceiling            | "100.00"
                    /ceiling/amount     | "100"
                    /ceiling/amount     | "0.00"
                    /ceiling/amount     | "-1.00"
                    /ceiling/amount     | 100.00
                    /ceiling/amount     | "1234567890123.00"
                    /ceiling/currency   | "XXX"
                    /ceiling/currency   | 0
                    /id                 | "1"
                    /id                 | "01980f7e-93a5-7c1e-9a0f-0f6f3d4b9f11"
                    /id                 | "55a54008-ad1b-3589-aa21-0d2629c1df41"
                    /surplus            | "x"
                    """)
    void of_a_fund(String pointer, String value) {
        var body = (ObjectNode) tree(Bodies.fund("100.00"));

        assertRefused(Cases.FUNDS, Staff.financeOfficer(), changed(body, pointer, value), pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /id                                     | "01980f7e-93a5-7c1e-9a0f-0f6f3d4b9f11"
                    /id                                     | "55a54008-ad1b-3589-aa21-0d2629c1df41"
                    /beneficiary                            | null
                    /beneficiary                            | "somebody"
                    /proposal                               | null
                    /proposal/fund                          | null
                    /proposal/sector                        | "TAILORING"
                    /proposal/sector                        | 1
                    /proposal/jobs                          | -1
                    /proposal/jobs                          | 1.5
                    /proposal/jobs                          | null
                    /proposal/womenLed                      | "yes"
                    /proposal/womenLed                      | null
                    /proposal/plan                          | null
                    /proposal/plan/activity                 | " "
                    /proposal/plan/activity                 | null
                    /proposal/plan/risks                    | 3
                    /proposal/plan/name                     | "x"
                    /proposal/items                         | null
                    /proposal/items                         | {}
                    /proposal/items/0                       | null
                    /proposal/items/0/kind                  | "CASH"
                    /proposal/items/0/months                | null
                    /proposal/items/0/months                | 61
                    /proposal/items/1/months                | 6
                    /proposal/items/1/quantity              | 0
                    /proposal/items/1/quantity              | 10001
                    /proposal/items/1/quantity              | "two"
                    /proposal/items/1/unitPrice             | null
                    /proposal/items/1/unitPrice/amount      | "12.5"
                    /proposal/items/1/unitPrice/currency    | "tjs"
                    /proposal/items/2/description           | ""
                    /proposal/items/2/serial                | "x"
                    """)
    void of_an_application(String pointer, String value) {
        var body = (ObjectNode) tree(Bodies.application(NOBODY, NOBODY));

        assertRefused(
                Cases.APPLICATIONS, Staff.grantOfficer(), changed(body, pointer, value), pointer);
    }

    @Test
    void of_a_rejection() {
        var application = Cases.submitted();
        var rejection = application + "/rejection";
        var manager = Staff.programmeManager().ifMatch(2);

        assertRefused(rejection, manager, "{\"reason\":\"\"}", "/reason");
        assertRefused(rejection, manager, "{\"reason\":null}", "/reason");
        assertRefused(rejection, manager, "{\"why\":\"No\"}", "/why");
        assertRefused(rejection, manager, "{\"reason\":\"" + "x".repeat(2001) + "\"}", "/reason");
        assertThat(manager.post(rejection, "{\"reason\":\"" + "x".repeat(300_000) + "\"}").status())
                .isEqualTo(413);
        assertThat(Staff.grantOfficer().read(application).header("ETag")).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /quorum                  | 1
                    /quorum                  | null
                    /members                 | []
                    /members/0               | null
                    /members/0/subject       | " "
                    /members/0/organisation  | "The mission"
                    /members/1/household     | "1"
                    /members/1/name          | "x"
                    """)
    void of_a_committee(String pointer, String value) {
        var body = (ObjectNode) tree(Bodies.committee());

        assertRefused(
                Cases.FUNDS + "/" + NOBODY + "/committee",
                Staff.programmeManager(),
                changed(body, pointer, value),
                pointer);
    }

    @Test
    void of_a_vote_an_interest_and_a_revision() {
        var review = Cases.APPLICATIONS + "/" + NOBODY;
        var manager = Staff.programmeManager();

        assertRefused(
                review + "/votes",
                Staff.member(1),
                "{\"submission\":1,\"ballot\":\"MAYBE\",\"reason\":\"x\"}",
                "/ballot");
        assertRefused(
                review + "/votes",
                Staff.member(1),
                "{\"submission\":1,\"ballot\":\"FOR\"}",
                "/reason");
        assertRefused(
                review + "/votes",
                Staff.member(1),
                "{\"submission\":0,\"ballot\":\"FOR\",\"reason\":\"x\"}",
                "/submission");
        assertRefused(review + "/interests", Staff.member(1), "{\"reason\":\" \"}", "/reason");
        assertRefused(review + "/revision", manager, "{\"what\":\"\"}", "/what");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /planned           | "MONTH_2"
                    /made              | "2026-13-01"
                    /made              | null
                    /finding           | "WORKS"
                    /employed          | null
                    /employed/women    | -1
                    /employed/others   | 1001
                    /incomeBefore      | "0.00"
                    /incomeNow/amount  | "12.5"
                    /nextStep          | " "
                    /photo             | "x"
                    """)
    void of_a_visit(String pointer, String value) {
        var body = (ObjectNode) tree(Bodies.visit("MONTH_1", LocalDate.EPOCH));

        assertRefused(
                "/api/v1/grants/" + NOBODY + "/visits",
                Staff.in("monitoring-officer"),
                changed(body, pointer, value),
                pointer);
    }

    @Test
    void of_the_steps_of_an_item() {
        var item = "/api/v1/grants/" + NOBODY + "/items/" + NOBODY;
        var officer = Staff.grantOfficer();
        var order = (ObjectNode) tree(Bodies.order("10.00"));
        var handover = (ObjectNode) tree(Bodies.handover("A1"));

        assertRefused(item + "/order", officer, changed(order, "/supplier", "\"\""), "/supplier");
        order = (ObjectNode) tree(Bodies.order("10.00"));
        assertRefused(
                item + "/order",
                officer,
                changed(order, "/price/amount", "\"0.00\""),
                "/price/amount");
        assertRefused(
                item + "/handover",
                officer,
                changed(handover, "/serialNumbers/0", "\"<b>\""),
                "/serialNumbers/0");
        handover = (ObjectNode) tree(Bodies.handover("A1"));
        assertRefused(item + "/handover", officer, changed(handover, "/hash", "\"A1\""), "/hash");
        handover = (ObjectNode) tree(Bodies.handover("A1"));
        assertRefused(
                item + "/handover", officer, changed(handover, "/evidence", "null"), "/evidence");
        assertRefused(item + "/return", officer, "{\"reason\":\"\"}", "/reason");
        assertRefused(item + "/cancellation", officer, "{}", "/reason");
    }

    @Test
    void the_longest_application_in_tajik_is_taken_whole_however_its_letters_are_written() {
        var tailor = BeneficiaryService.consentingTailor();
        var fund = Cases.fund("100.00");
        var plain = Staff.JSON.writeValueAsString(Bodies.longest(tailor, fund));
        var escaped =
                Pattern.compile("[^ -~]")
                        .matcher(plain)
                        .replaceAll(
                                letter -> "\\\\u%04x".formatted((int) letter.group().charAt(0)));

        for (var body : List.of(plain, escaped)) {
            var written = Staff.grantOfficer().post(Cases.APPLICATIONS, body);

            assertThat(written.status()).as("%s", written).isEqualTo(201);
            var read = Staff.grantOfficer().read(Cases.APPLICATIONS + "/" + written.id());
            assertThat(read.json().at("/proposal/items/49/description").asString())
                    .isEqualTo("ӯ".repeat(500));
        }
    }

    @Test
    void more_items_than_a_plan_in_brief_has_are_refused() {
        var items = Collections.nCopies(51, Bodies.item("MATERIAL", "Thread", 1, "1.00"));
        var body = Map.of("beneficiary", NOBODY, "proposal", Bodies.proposal(NOBODY, items));

        assertRefused(
                Cases.APPLICATIONS,
                Staff.grantOfficer(),
                Staff.JSON.writeValueAsString(body),
                "/proposal/items");
    }

    @Test
    void prices_in_another_currency_than_the_fund_are_refused() {
        var tailor = BeneficiaryService.consentingTailor();
        var fund = Cases.fund("100.00");
        var item =
                Map.<String, Object>of(
                        "kind",
                        "EQUIPMENT",
                        "description",
                        "Overlock",
                        "quantity",
                        1,
                        "unitPrice",
                        Map.of("amount", "10.00", "currency", "USD"));

        var answer =
                Staff.grantOfficer()
                        .post(
                                Cases.APPLICATIONS,
                                Map.of(
                                        "beneficiary",
                                        tailor,
                                        "proposal",
                                        Bodies.proposal(fund, List.of(item))));

        assertThat(answer.problem()).isEqualTo("currency-differs");
        assertThat(answer.json().path("currency").asString()).isEqualTo("TJS");
    }

    @Test
    void a_sum_that_no_fund_holds_is_refused_and_the_list_still_answers() {
        var tailor = BeneficiaryService.consentingTailor();
        var fund = Cases.fund("100.00");
        var absurd =
                Bodies.proposal(
                        fund,
                        List.of(Bodies.item("EQUIPMENT", "Overlock", 10_000, "100000000.00")));
        var officer = Staff.grantOfficer();
        var draft = Cases.draft(tailor, fund);

        var written =
                officer.post(Cases.APPLICATIONS, Map.of("beneficiary", tailor, "proposal", absurd));
        var changed = officer.ifMatch(1).put(draft, absurd);

        assertThat(written.status()).isEqualTo(409);
        assertThat(written.problem()).isEqualTo("amount-too-large");
        assertThat(changed.problem()).isEqualTo("amount-too-large");
        var list = officer.read(Cases.APPLICATIONS + "?beneficiary=" + tailor);
        assertThat(list.status()).as("%s", list).isEqualTo(200);
        assertThat(list.json().path("items").findValuesAsString("id"))
                .containsExactly(Cases.idOf(draft).toString());
    }

    @Test
    void a_fund_that_there_is_not_is_said_so() {
        var tailor = BeneficiaryService.consentingTailor();

        var answer =
                Staff.grantOfficer().post(Cases.APPLICATIONS, Bodies.application(tailor, NOBODY));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("fund-unknown");
    }

    @ParameterizedTest
    @CsvSource({"state,SOLD", "beneficiary,somebody", "limit,0", "limit,101", "cursor,xyz"})
    void of_a_list_the_parameters(String name, String value) {
        var answer = Staff.grantOfficer().read(Cases.APPLICATIONS + "?" + name + "=" + value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isIn("invalid-parameter", "invalid-cursor");
    }

    private static void assertRefused(String path, Staff who, String body, String pointer) {
        var answer = who.post(path, body);

        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-body");
        assertThat(answer.json().path("violations").findValuesAsString("pointer"))
                .as("%s", answer)
                .containsExactly(pointer);
    }

    private static String changed(ObjectNode body, String pointer, String value) {
        int last = pointer.lastIndexOf('/');
        var parent = body.at(pointer.substring(0, last));
        var name = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.set(name, Staff.JSON.readTree(value));
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), Staff.JSON.readTree(value));
        }
        return body.toString();
    }

    private static JsonNode tree(Object body) {
        return Staff.JSON.readTree(Staff.JSON.writeValueAsString(body));
    }
}

package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.kit.test.ForeignMatrix.looksTheSame;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.ForeignMatrix;
import org.homeward.kit.test.ForeignMatrix.Reach;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;

/** What is foreign can't be told from what does not exist, by its answer or by the work for it. */
class ForeignTest {

    private static final String APPLICATION = " /api/v1/applications/{id}";
    private static final String GRANT = " /api/v1/grants/{id}";
    private static final String ITEM = GRANT + "/items/{item}";
    private static final String PERSON = " /api/v1/beneficiaries/";
    private static final String FUND = " /api/v1/funds/{id}";

    private static final Map<String, List<String>> WITHOUT =
            Map.of(
                    "operations, of the whole service",
                    ForeignMatrix.OPERATIONS,
                    "the money of a programme and who decides on it, of no organisation",
                    List.of(
                            "GET" + FUND,
                            "GET" + FUND + "/movements",
                            "POST" + FUND + "/ceiling",
                            "POST" + FUND + "/committee",
                            "PUT" + FUND + "/committee",
                            "GET" + FUND + "/committee"),
                    "of whom nothing is known is an answer, and tried below",
                    List.of("GET /api/v1/people/{id}/eligibility"));

    private final KeyVault vault = RunningService.vault();
    private final UUID tailor = BeneficiaryService.consentingTailor();
    private final UUID fund = Cases.fund("10000.00");

    @Test
    void to_whoever_does_not_reach_it() {
        var path = Cases.submitted(tailor, fund);
        ok(Staff.member(3).post(path + "/interests", Bodies.interest()));
        var application = Cases.idOf(path);
        var officer = token("officer", "mission", "grant-officer");
        var member = token("member-1", "mission", "committee-member");
        String[] seatless = {
            token("stranger", "mission", "committee-member"),
            token("stranger", "mission", "committee-member", "administrator", "finance-officer"),
            token("stranger", "hamdasti", "committee-member", "case-worker")
        };
        String[] voteless = {
            seatless[0],
            seatless[1],
            seatless[2],
            token("member-3", "hamdasti", "committee-member"),
            token("member-3", "hamdasti", "committee-member", "case-worker")
        };
        // whose other duty opens the application, and not what was voted on it
        var monitor = token("stranger", "mission", "committee-member", "monitoring-officer");
        var granted = Cases.granted(BeneficiaryService.consentingTailor(), fund);
        var grant = Cases.idOf(granted);
        var item =
                UUID.fromString(
                        Staff.grantOfficer().read(granted).json().at("/items/1/id").asString());
        var reason = Bodies.reason();
        var hers = token("worker", "hamdilon", "case-worker");

        ForeignMatrix.check(
                "grant-service",
                RunningService.first(),
                vault,
                List.of(
                        Reach.of("GET" + APPLICATION, application).by(officer),
                        Reach.of("GET" + APPLICATION, application).by(member, voteless),
                        Reach.of("PUT" + APPLICATION, application).with(Bodies.proposal(fund)),
                        Reach.of("POST" + APPLICATION + "/submission", application),
                        Reach.of("GET" + APPLICATION + "/submissions", application),
                        Reach.of("GET" + APPLICATION + "/submissions", application)
                                .by(member, voteless),
                        Reach.of("GET" + APPLICATION + "/submissions", application)
                                .by(member, monitor),
                        Reach.of("POST" + APPLICATION + "/votes", application)
                                .with(Bodies.vote("FOR"))
                                .by(member),
                        Reach.of("POST" + APPLICATION + "/votes", application)
                                .with(Bodies.vote("FOR"))
                                .by(member, seatless),
                        Reach.of("GET" + APPLICATION + "/review", application),
                        Reach.of("GET" + APPLICATION + "/review", application).by(member, voteless),
                        Reach.of("GET" + APPLICATION + "/review", application).by(member, monitor),
                        Reach.of("POST" + APPLICATION + "/interests", application)
                                .with(Bodies.interest())
                                .by(token("member-2", "bilateral", "committee-member")),
                        Reach.of("POST" + APPLICATION + "/interests", application)
                                .with(Bodies.interest())
                                .by(member, seatless),
                        Reach.of("POST" + APPLICATION + "/revision", application)
                                .with(Bodies.revision()),
                        Reach.of("POST" + APPLICATION + "/approval", application),
                        Reach.of("POST" + APPLICATION + "/rejection", application)
                                .with(Bodies.rejection()),
                        Reach.of("GET" + GRANT, grant).by(officer),
                        Reach.of("POST" + ITEM + "/order", grant, item)
                                .with(Bodies.order("3900.00")),
                        Reach.of("POST" + ITEM + "/receipt", grant, item),
                        Reach.of("POST" + ITEM + "/handover", grant, item)
                                .with(Bodies.handover("JK-1", "JK-2")),
                        Reach.of("POST" + ITEM + "/return", grant, item).with(reason),
                        Reach.of("POST" + ITEM + "/return/confirmation", grant, item),
                        Reach.of("POST" + ITEM + "/return/refusal", grant, item),
                        Reach.of("POST" + ITEM + "/cancellation", grant, item).with(reason),
                        Reach.of("POST" + ITEM + "/payments", grant, item),
                        Reach.of("POST" + GRANT + "/visits", grant)
                                .with(Bodies.visit("MONTH_1", LocalDate.EPOCH)),
                        Reach.of("GET" + GRANT + "/visits", grant),
                        Reach.of("POST" + GRANT + "/closure", grant),
                        Reach.of("GET" + PERSON + "{id}/readings", tailor),
                        Reach.of("GET" + PERSON + "{beneficiary}/export?language=tg", tailor)
                                .by(hers),
                        Reach.of("GET" + PERSON + "{beneficiary}/export/page?language=ru", tailor)
                                .by(hers)),
                WITHOUT);
    }

    @Test
    void to_who_asks_for_somebody_out_of_scope() {
        for (var far : List.of(inAyni("grant-officer"), inAyni("programme-manager"))) {
            looksTheSame(
                    vault, 200, tailor, id -> far.read("/api/v1/people/" + id + "/eligibility"));
        }
        var others = Staff.caseWorkerOf("other-partner");
        looksTheSame(
                vault, 200, tailor, id -> others.read("/api/v1/people/" + id + "/eligibility"));
        var officer = inAyni("grant-officer");
        looksTheSame(
                vault,
                404,
                tailor,
                id -> officer.post(Cases.APPLICATIONS, Bodies.application(id, fund)));
    }

    @Test
    void to_who_changes_it_whatever_version_they_name() {
        var application = Cases.idOf(Cases.submitted(tailor, fund));
        var far = inAyni("programme-manager");

        for (var caller : List.of(far, far.ifMatch(2), far.ifMatch(7))) {
            looksTheSame(
                    vault,
                    404,
                    application,
                    id -> caller.post(Cases.APPLICATIONS + "/" + id + "/approval", null));
        }
    }

    @Test
    void to_who_lists_what_there_is() {
        var application = Cases.submitted(tailor, fund);
        var grant = Cases.granted(BeneficiaryService.consentingTailor(), fund);
        var hers = Staff.caseWorkerOf("hamdilon");
        var others = Staff.caseWorkerOf("other-partner");
        var member =
                Staff.of(
                        "stranger",
                        "other-partner",
                        List.of("case-worker", "committee-member"),
                        "*");

        assertThat(member.read(Cases.APPLICATIONS).json().path("items")).isEmpty();
        assertThat(hers.read(application).status()).isEqualTo(200);
        assertThat(hers.read(grant).status()).isEqualTo(200);
        for (var list : List.of(Cases.APPLICATIONS, "/api/v1/grants")) {
            assertThat(hers.read(list).json().path("items")).isNotEmpty();
            assertThat(others.read(list).json().path("items")).isEmpty();
        }
    }

    @Test
    void a_fund_is_foreign_to_nobody() {
        assertThat(inAyni("finance-officer").get(Cases.FUNDS + "/" + fund).status()).isEqualTo(200);
        assertThat(inAyni("committee-member").get(Cases.FUNDS + "/" + fund + "/committee").status())
                .isEqualTo(200);
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private static Staff inAyni(String role) {
        return Staff.of(role + "-in-ayni", "mission", List.of(role), "TJ-SU-AYNI");
    }

    private static String token(String subject, String organisation, String... roles) {
        return TestTokens.shared().of(subject, organisation, List.of(roles), "*");
    }
}

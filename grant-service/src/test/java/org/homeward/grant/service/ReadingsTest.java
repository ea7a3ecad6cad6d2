package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who read what was written of a person, told to her. */
class ReadingsTest {

    private final UUID person = BeneficiaryService.consentingTailor();
    private final UUID fund = Cases.fund("10000.00");
    private final Staff protector =
            Staff.in("data-protection-officer").with("Homeward-Purpose", "data-protection");
    private final String readings = "/api/v1/beneficiaries/" + person + "/readings";

    @Test
    void every_read_of_what_there_is_of_her_is_told_and_not_which_of_the_staff_it_was() {
        var other = Cases.draft(BeneficiaryService.consentingTailor(), fund);
        Staff.grantOfficer().read(other);
        var grant = Cases.granted(person, fund);
        var application =
                Cases.APPLICATIONS
                        + "/"
                        + Staff.grantOfficer().read(grant).json().path("application").asString();
        int before = ofOthers().size();

        Staff.caseWorkerOf("hamdilon")
                .with("Homeward-Purpose", "application-writing")
                .get(application);
        Staff.grantOfficer().read(application + "/submissions");
        Staff.member(2).read(application + "/review");
        Staff.in("monitoring-officer")
                .with("Homeward-Purpose", "monitoring")
                .get(grant + "/visits");
        Staff.caseWorkerOf("hamdilon")
                .with("Homeward-Purpose", "portability")
                .get("/api/v1/beneficiaries/" + person + "/export?language=tg");
        Staff.grantOfficer()
                .with("Homeward-Purpose", "application-writing")
                .get(Cases.APPLICATIONS + "?limit=1");
        Staff.financeOfficer().with("Homeward-Purpose", "monitoring").get("/api/v1/grants?limit=1");
        Staff.member(2).read(grant);
        Cases.movements(fund, "?limit=1");
        Staff.caseWorkerOf("hamdilon")
                .with("Homeward-Purpose", "application-writing")
                .get("/api/v1/people/" + person + "/eligibility");

        var answer = protector.get(readings + "?limit=10");
        var told = answer.json().path("items");
        assertThat(told.findValuesAsString("purpose"))
                .containsExactly(
                        "application-writing",
                        "monitoring",
                        "application-review",
                        "monitoring",
                        "application-writing",
                        "portability",
                        "monitoring",
                        "application-review",
                        "application-review",
                        "application-writing");
        assertThat(told.findValuesAsString("organisation"))
                .containsExactly(
                        "hamdilon",
                        "mission",
                        "bilateral",
                        "mission",
                        "mission",
                        "hamdilon",
                        "mission",
                        "bilateral",
                        "mission",
                        "hamdilon");
        assertThat(told.path(3).path("roles").toString()).isEqualTo("[\"finance-officer\"]");
        assertThat(told.path(5).path("roles").toString()).isEqualTo("[\"case-worker\"]");
        assertThat(told.path(7).path("roles").toString()).isEqualTo("[\"committee-member\"]");
        assertThat(answer.body())
                .doesNotContain(
                        "case-worker-of-", "member-2", "grant-officer-1", person.toString());
        assertThat(ofOthers()).hasSize(before + 10);
        assertThat(all().getFirst().path("purpose").asString()).isEqualTo("data-protection");
    }

    @Test
    void they_are_paged_newest_first_by_a_cursor_that_fits_nobody_else() {
        var application = Cases.draft(person, fund);
        int before = ofOthers().size();
        for (int read = 0; read < 3; read++) {
            Staff.grantOfficer().read(application);
        }

        assertThat(ofOthers()).hasSize(before + 3);

        var next = protector.get(readings + "?limit=1").json().path("next").asString();
        var other = BeneficiaryService.consentingTailor();
        var elsewhere =
                protector.get(
                        "/api/v1/beneficiaries/" + other + "/readings?limit=1&cursor=" + next);
        assertThat(elsewhere.problem()).isEqualTo("invalid-cursor");
    }

    @Test
    void they_are_asked_for_by_their_purpose_and_not_of_somebody_unknown() {
        assertThat(Staff.in("data-protection-officer").get(readings).problem())
                .isEqualTo("purpose-required");
        assertThat(
                        protector
                                .get("/api/v1/beneficiaries/" + UUID.randomUUID() + "/readings")
                                .status())
                .isEqualTo(404);
        assertThat(Staff.in("auditor").get(readings).status()).isEqualTo(403);
    }

    private List<JsonNode> ofOthers() {
        return all().stream()
                .filter(one -> !one.path("purpose").asString().equals("data-protection"))
                .toList();
    }

    /** One to a page, as they were when the first was asked for. */
    private List<JsonNode> all() {
        var found = new ArrayList<JsonNode>();
        var next = "";
        do {
            var answer = protector.get(readings + "?limit=1" + next);
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            answer.json().path("items").forEach(found::add);
            var cursor = answer.json().path("next");
            next = cursor.isString() ? "&cursor=" + cursor.asString() : "";
        } while (!next.isEmpty());
        return found;
    }
}
